CREATE TABLE "backfills" (
	"workspace_id" text NOT NULL,
	"channel_id" text NOT NULL,
	"state" text NOT NULL,
	"latest" text NOT NULL,
	"oldest" text NOT NULL,
	"position" text NOT NULL,
	"messages" integer NOT NULL,
	"step" integer NOT NULL,
	"outbox_key" text NOT NULL,
	"thread_ts" text,
	"started_by" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "backfills_workspace_id_channel_id_pk" PRIMARY KEY("workspace_id","channel_id")
);
