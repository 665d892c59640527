ALTER TABLE "channels" ADD COLUMN "answers" text DEFAULT 'normal' NOT NULL;--> statement-breakpoint
ALTER TABLE "channels" ADD COLUMN "auto_save" boolean DEFAULT false NOT NULL;