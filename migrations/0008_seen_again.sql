CREATE TABLE "solution_sources" (
	"workspace_id" text NOT NULL,
	"solution_id" text NOT NULL,
	"channel_id" text NOT NULL,
	"thread_ts" text NOT NULL,
	"incident_id" text,
	"draft_id" text NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"outcome" text NOT NULL,
	"time_to_resolution_minutes" real,
	"merged_version" integer,
	CONSTRAINT "solution_sources_workspace_id_solution_id_channel_id_thread_ts_pk" PRIMARY KEY("workspace_id","solution_id","channel_id","thread_ts")
);
--> statement-breakpoint
ALTER TABLE "solutions" ADD COLUMN "merged_into" text;--> statement-breakpoint
ALTER TABLE "solutions" ADD COLUMN "kept_apart" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "solution_sources" ADD CONSTRAINT "solution_sources_solution" FOREIGN KEY ("workspace_id","solution_id") REFERENCES "public"."solutions"("workspace_id","solution_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
CREATE INDEX "solution_sources_by_thread" ON "solution_sources" USING btree ("workspace_id","channel_id","thread_ts");