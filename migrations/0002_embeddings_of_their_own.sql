CREATE TABLE "solution_embeddings" (
	"workspace_id" text NOT NULL,
	"solution_id" text NOT NULL,
	"embedding_model" text NOT NULL,
	"embedding" halfvec NOT NULL,
	CONSTRAINT "solution_embeddings_workspace_id_solution_id_embedding_model_pk" PRIMARY KEY("workspace_id","solution_id","embedding_model")
);
--> statement-breakpoint
INSERT INTO "solution_embeddings" ("workspace_id", "solution_id", "embedding_model", "embedding")
	SELECT "workspace_id", "solution_id", "embedding_model", "embedding" FROM "solution_search";--> statement-breakpoint
ALTER TABLE "solution_embeddings" ADD CONSTRAINT "solution_embeddings_solution" FOREIGN KEY ("workspace_id","solution_id") REFERENCES "public"."solutions"("workspace_id","solution_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
CREATE INDEX "solution_embeddings_by_model" ON "solution_embeddings" USING btree ("workspace_id","embedding_model");--> statement-breakpoint
ALTER TABLE "solution_search" DROP COLUMN "embedding_model";--> statement-breakpoint
ALTER TABLE "solution_search" DROP COLUMN "embedding";