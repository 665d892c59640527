CREATE TABLE "match_corrections" (
	"workspace_id" text PRIMARY KEY NOT NULL,
	"correction" jsonb,
	"labelled" integer NOT NULL,
	"loss_default" real,
	"loss_corrected" real,
	"fitted_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "precedents" ADD COLUMN "signals" jsonb;