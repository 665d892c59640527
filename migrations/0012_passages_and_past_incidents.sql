ALTER TABLE "solution_embeddings" ADD COLUMN "part" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "solution_embeddings" DROP CONSTRAINT "solution_embeddings_workspace_id_solution_id_embedding_model_pk";--> statement-breakpoint
ALTER TABLE "solution_embeddings" ADD CONSTRAINT "solution_embeddings_workspace_id_solution_id_embedding_model_part_pk" PRIMARY KEY("workspace_id","solution_id","embedding_model","part");
