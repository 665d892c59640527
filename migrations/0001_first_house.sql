CREATE TABLE "channels" (
	"workspace_id" text NOT NULL,
	"channel_id" text NOT NULL,
	"name" text NOT NULL,
	"is_private" boolean NOT NULL,
	"is_ext_shared" boolean NOT NULL,
	"mode" text NOT NULL,
	"watched" boolean NOT NULL,
	"watched_by" text,
	"watched_at" timestamp with time zone,
	"digest" boolean DEFAULT true NOT NULL,
	"quiet_hours" integer DEFAULT 24 NOT NULL,
	CONSTRAINT "channels_workspace_id_channel_id_pk" PRIMARY KEY("workspace_id","channel_id")
);
--> statement-breakpoint
CREATE TABLE "feedback_marks" (
	"workspace_id" text NOT NULL,
	"incident_id" text NOT NULL,
	"solution_id" text NOT NULL,
	"user_id" text NOT NULL,
	"mark" text NOT NULL,
	"verdict" text NOT NULL,
	"marked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "feedback_marks_workspace_id_incident_id_solution_id_user_id_mark_pk" PRIMARY KEY("workspace_id","incident_id","solution_id","user_id","mark")
);
--> statement-breakpoint
CREATE TABLE "incidents" (
	"workspace_id" text NOT NULL,
	"incident_id" text NOT NULL,
	"channel_id" text NOT NULL,
	"thread_ts" text NOT NULL,
	"status" text NOT NULL,
	"title" text NOT NULL,
	"symptoms" text NOT NULL,
	"signatures" text[] NOT NULL,
	"service" text,
	"environment" text,
	"severity" text,
	"alert_key" text,
	"opened_by" text,
	"opened_at" timestamp with time zone NOT NULL,
	"resolved_at" timestamp with time zone,
	"resolved_by" text,
	"resolution_signal" text,
	"last_activity_at" timestamp with time zone NOT NULL,
	"recurrences" integer DEFAULT 0 NOT NULL,
	"placeholders" jsonb NOT NULL,
	CONSTRAINT "incidents_workspace_id_incident_id_pk" PRIMARY KEY("workspace_id","incident_id")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"workspace_id" text NOT NULL,
	"channel_id" text NOT NULL,
	"ts" text NOT NULL,
	"incident_id" text NOT NULL,
	"user_id" text,
	"is_bot" boolean NOT NULL,
	"text" text NOT NULL,
	"edited_at" timestamp with time zone,
	CONSTRAINT "messages_workspace_id_channel_id_ts_pk" PRIMARY KEY("workspace_id","channel_id","ts")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"workspace_id" text NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"channel_id" text NOT NULL,
	"thread_ts" text,
	"incident_id" text,
	"solution_id" text,
	"body" jsonb NOT NULL,
	"revision" integer NOT NULL,
	"sent_revision" integer,
	"attempts" integer NOT NULL,
	"claimed_until" timestamp with time zone,
	"ts" text,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "outbox_workspace_id_key_pk" PRIMARY KEY("workspace_id","key")
);
--> statement-breakpoint
CREATE TABLE "precedents" (
	"workspace_id" text NOT NULL,
	"incident_id" text NOT NULL,
	"solution_id" text NOT NULL,
	"rank" integer NOT NULL,
	"confidence" real NOT NULL,
	"why" jsonb NOT NULL,
	"in_use" boolean NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "precedents_workspace_id_incident_id_solution_id_pk" PRIMARY KEY("workspace_id","incident_id","solution_id")
);
--> statement-breakpoint
CREATE TABLE "solution_search" (
	"workspace_id" text NOT NULL,
	"solution_id" text NOT NULL,
	"term_ids" integer[] NOT NULL,
	"terms" sparsevec NOT NULL,
	"signatures" text[] NOT NULL,
	"embedding_model" text NOT NULL,
	"embedding" halfvec NOT NULL,
	CONSTRAINT "solution_search_workspace_id_solution_id_pk" PRIMARY KEY("workspace_id","solution_id")
);
--> statement-breakpoint
CREATE TABLE "solution_versions" (
	"workspace_id" text NOT NULL,
	"solution_id" text NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"changed_by" text,
	"changed_at" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "solution_versions_workspace_id_solution_id_version_pk" PRIMARY KEY("workspace_id","solution_id","version")
);
--> statement-breakpoint
CREATE TABLE "solutions" (
	"workspace_id" text NOT NULL,
	"solution_id" text NOT NULL,
	"status" text NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"proven" boolean NOT NULL,
	"incident_id" text,
	"source_channel_id" text NOT NULL,
	"source_thread_ts" text NOT NULL,
	"visibility" text NOT NULL,
	"time_to_resolution_minutes" real,
	"occurred_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"decided_by" text,
	CONSTRAINT "solutions_workspace_id_solution_id_pk" PRIMARY KEY("workspace_id","solution_id")
);
--> statement-breakpoint
CREATE TABLE "term_counts" (
	"workspace_id" text NOT NULL,
	"term_id" integer NOT NULL,
	"solutions" integer NOT NULL,
	CONSTRAINT "term_counts_workspace_id_term_id_pk" PRIMARY KEY("workspace_id","term_id")
);
--> statement-breakpoint
CREATE TABLE "workspaces" (
	"workspace_id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"url" text NOT NULL,
	"bot_user_id" text NOT NULL,
	"bot_id" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "feedback_marks" ADD CONSTRAINT "feedback_marks_precedent" FOREIGN KEY ("workspace_id","incident_id","solution_id") REFERENCES "public"."precedents"("workspace_id","incident_id","solution_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_incident" FOREIGN KEY ("workspace_id","incident_id") REFERENCES "public"."incidents"("workspace_id","incident_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "precedents" ADD CONSTRAINT "precedents_incident" FOREIGN KEY ("workspace_id","incident_id") REFERENCES "public"."incidents"("workspace_id","incident_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "precedents" ADD CONSTRAINT "precedents_solution" FOREIGN KEY ("workspace_id","solution_id") REFERENCES "public"."solutions"("workspace_id","solution_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "solution_search" ADD CONSTRAINT "solution_search_solution" FOREIGN KEY ("workspace_id","solution_id") REFERENCES "public"."solutions"("workspace_id","solution_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "solution_versions" ADD CONSTRAINT "solution_versions_solution" FOREIGN KEY ("workspace_id","solution_id") REFERENCES "public"."solutions"("workspace_id","solution_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
CREATE INDEX "feedback_marks_by_solution" ON "feedback_marks" USING btree ("workspace_id","solution_id");--> statement-breakpoint
CREATE UNIQUE INDEX "incidents_by_thread" ON "incidents" USING btree ("workspace_id","channel_id","thread_ts");--> statement-breakpoint
CREATE INDEX "incidents_by_alert" ON "incidents" USING btree ("workspace_id","channel_id","alert_key");--> statement-breakpoint
CREATE INDEX "incidents_by_time" ON "incidents" USING btree ("workspace_id","channel_id","opened_at");--> statement-breakpoint
CREATE INDEX "messages_by_incident" ON "messages" USING btree ("workspace_id","incident_id","ts");--> statement-breakpoint
CREATE INDEX "outbox_by_message" ON "outbox" USING btree ("workspace_id","channel_id","ts");--> statement-breakpoint
CREATE INDEX "outbox_by_incident" ON "outbox" USING btree ("workspace_id","incident_id");--> statement-breakpoint
CREATE INDEX "precedents_by_solution" ON "precedents" USING btree ("workspace_id","solution_id");--> statement-breakpoint
CREATE INDEX "solution_search_terms" ON "solution_search" USING gin ("term_ids");--> statement-breakpoint
CREATE INDEX "solution_search_signatures" ON "solution_search" USING gin ("signatures");--> statement-breakpoint
CREATE INDEX "solutions_by_status" ON "solutions" USING btree ("workspace_id","status","created_at");--> statement-breakpoint
CREATE INDEX "solutions_by_source" ON "solutions" USING btree ("workspace_id","source_channel_id","source_thread_ts");