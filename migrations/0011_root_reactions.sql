CREATE TABLE "root_reactions" (
	"workspace_id" text NOT NULL,
	"incident_id" text NOT NULL,
	"user_id" text NOT NULL,
	"emoji" text NOT NULL,
	"reacted_at" timestamp with time zone NOT NULL,
	"is_removed" boolean NOT NULL,
	CONSTRAINT "root_reactions_workspace_id_incident_id_user_id_emoji_pk" PRIMARY KEY("workspace_id","incident_id","user_id","emoji")
);
--> statement-breakpoint
ALTER TABLE "root_reactions" ADD CONSTRAINT "root_reactions_incident" FOREIGN KEY ("workspace_id","incident_id") REFERENCES "public"."incidents"("workspace_id","incident_id") ON DELETE cascade ON UPDATE cascade;