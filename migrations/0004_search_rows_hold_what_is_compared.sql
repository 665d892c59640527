ALTER TABLE "solution_search" ADD COLUMN "version" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "solution_search" ADD COLUMN "title_ids" integer[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "solution_search" ADD COLUMN "trouble" sparsevec DEFAULT '{}/536870912' NOT NULL;--> statement-breakpoint
ALTER TABLE "solution_search" ADD COLUMN "service" text;--> statement-breakpoint
ALTER TABLE "solution_search" ADD COLUMN "environment" text;--> statement-breakpoint
INSERT INTO "term_counts" ("workspace_id", "term_id", "solutions") SELECT "workspace_id", 0, count(*)::int FROM "solution_search" GROUP BY "workspace_id" ON CONFLICT DO NOTHING;
