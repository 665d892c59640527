DROP INDEX "solution_search_signatures";--> statement-breakpoint
ALTER TABLE "feedback_marks" ADD COLUMN "taken_back" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "solutions" ADD COLUMN "reminded_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "outbox_by_solution" ON "outbox" USING btree ("workspace_id","solution_id");