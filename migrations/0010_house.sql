ALTER TABLE "channels" RENAME COLUMN "answers" TO "answer_sensitivity";--> statement-breakpoint
ALTER TABLE "feedback_marks" RENAME COLUMN "taken_back" TO "is_removed";--> statement-breakpoint
ALTER TABLE "solution_search" RENAME COLUMN "trouble" TO "problem";--> statement-breakpoint
ALTER TABLE "solutions" RENAME COLUMN "kept_apart" TO "is_distinct";--> statement-breakpoint
ALTER TABLE "solution_sources" RENAME TO "solution_occurrences";--> statement-breakpoint
ALTER TABLE "solution_occurrences" RENAME CONSTRAINT "solution_sources_workspace_id_solution_id_channel_id_thread_ts_" TO "solution_occurrences_workspace_id_solution_id_channel_id_thread";--> statement-breakpoint
ALTER TABLE "solution_occurrences" RENAME CONSTRAINT "solution_sources_solution" TO "solution_occurrences_solution";--> statement-breakpoint
ALTER INDEX "solution_sources_by_thread" RENAME TO "solution_occurrences_by_thread";--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "hash_key" text;--> statement-breakpoint
ALTER TABLE "solutions" ADD COLUMN "saved_by" text;--> statement-breakpoint
UPDATE "solutions" s SET "saved_by" = CASE
	WHEN s."decided_by" IS NOT NULL THEN 'person'
	WHEN s."incident_id" IS NULL OR EXISTS (SELECT 1 FROM "incidents" i WHERE i."workspace_id" = s."workspace_id"
		AND i."incident_id" = s."incident_id" AND i."resolution_signal" = 'import') THEN 'import'
	ELSE 'bot' END
WHERE s."status" = 'active';--> statement-breakpoint
CREATE TABLE "outbox_mentions" (
	"workspace_id" text NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"id" text NOT NULL,
	CONSTRAINT "outbox_mentions_workspace_id_key_kind_id_pk" PRIMARY KEY("workspace_id","key","kind","id")
);
--> statement-breakpoint
ALTER TABLE "outbox_mentions" ADD CONSTRAINT "outbox_mentions_message" FOREIGN KEY ("workspace_id","key") REFERENCES "public"."outbox"("workspace_id","key") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
CREATE INDEX "outbox_mentions_by_id" ON "outbox_mentions" USING btree ("workspace_id","kind","id");--> statement-breakpoint
-- What the messages that stand already mention. Too much only has a message looked at in vain; too little would leave
-- words where they are to be taken back. A message without a word is withdrawn.
INSERT INTO "outbox_mentions" ("workspace_id", "key", "kind", "id")
SELECT o."workspace_id", o."key", 'solution', p."solution_id" FROM "outbox" o
JOIN "precedents" p ON p."workspace_id" = o."workspace_id" AND p."incident_id" = o."incident_id"
WHERE o."kind" = 'answer' AND o."body" <> '{"text": "", "blocks": []}'::jsonb
UNION
SELECT o."workspace_id", o."key", 'solution', o."solution_id" FROM "outbox" o
WHERE o."kind" = 'answer' AND o."solution_id" IS NOT NULL AND o."body" <> '{"text": "", "blocks": []}'::jsonb;--> statement-breakpoint
INSERT INTO "outbox_mentions" ("workspace_id", "key", "kind", "id")
SELECT o."workspace_id", o."key", 'draft', o."solution_id" FROM "outbox" o
WHERE o."kind" IN ('draft', 'reminder') AND o."solution_id" IS NOT NULL AND o."body" <> '{"text": "", "blocks": []}'::jsonb
UNION
SELECT o."workspace_id", o."key", 'solution', d."merged_into" FROM "outbox" o
JOIN "solutions" d ON d."workspace_id" = o."workspace_id" AND d."solution_id" = o."solution_id" AND d."merged_into" IS NOT NULL
WHERE o."kind" = 'draft' AND o."body" <> '{"text": "", "blocks": []}'::jsonb
UNION
SELECT o."workspace_id", o."key", 'solution', s."solution_id" FROM "outbox" o
CROSS JOIN LATERAL regexp_matches(o."body"::text, 'sol_[0-9a-zA-Z_-]+', 'g') AS written(id)
JOIN "solutions" s ON s."workspace_id" = o."workspace_id" AND s."solution_id" = written.id[1]
WHERE o."kind" = 'draft' AND s."solution_id" IS DISTINCT FROM o."solution_id";--> statement-breakpoint
-- A digest may list whatever happened in its channel in its week (the end of its key) and the eight before.
WITH digests AS MATERIALIZED (
	SELECT o."workspace_id", o."key", o."channel_id",
		CASE WHEN right(o."key", 8) ~ '^[0-9]{4}-W[0-9]{2}$'
			THEN to_date(right(o."key", 8), 'IYYY"-W"IW')::timestamp AT TIME ZONE 'UTC'
			ELSE o."created_at" - interval '8 days' END AS monday
	FROM "outbox" o WHERE o."kind" = 'digest' AND o."body" <> '{"text": "", "blocks": []}'::jsonb
), listed AS MATERIALIZED (
	SELECT d."workspace_id", d."key", i."incident_id", i."channel_id", i."thread_ts" FROM digests d
	JOIN "incidents" i ON i."workspace_id" = d."workspace_id" AND i."channel_id" = d."channel_id"
		AND i."opened_at" >= d.monday - interval '57 days' AND i."opened_at" < d.monday + interval '8 days'
), judged AS MATERIALIZED (
	SELECT d."workspace_id", d."key", i."incident_id" FROM digests d
	JOIN "incidents" i ON i."workspace_id" = d."workspace_id" AND i."channel_id" = d."channel_id"
	WHERE EXISTS (SELECT 1 FROM "feedback_marks" m WHERE m."workspace_id" = i."workspace_id" AND m."incident_id" = i."incident_id")
), shown AS MATERIALIZED (
	SELECT a."workspace_id", a."key", p."solution_id" AS id
	FROM (SELECT "workspace_id", "key", "incident_id" FROM listed UNION SELECT "workspace_id", "key", "incident_id" FROM judged) a
	JOIN "precedents" p ON p."workspace_id" = a."workspace_id" AND p."incident_id" = a."incident_id"
	UNION
	SELECT l."workspace_id", l."key", s."solution_id" FROM listed l
	JOIN "solutions" s ON s."workspace_id" = l."workspace_id" AND s."source_channel_id" = l."channel_id" AND s."source_thread_ts" = l."thread_ts"
)
INSERT INTO "outbox_mentions" ("workspace_id", "key", "kind", "id")
SELECT l."workspace_id", l."key", 'incident', l."incident_id" FROM listed l
UNION
SELECT shown."workspace_id", shown."key", 'solution', shown.id FROM shown
UNION
SELECT shown."workspace_id", shown."key", 'solution', s."merged_into" FROM shown
JOIN "solutions" s ON s."workspace_id" = shown."workspace_id" AND s."solution_id" = shown.id AND s."merged_into" IS NOT NULL;--> statement-breakpoint
INSERT INTO "outbox_mentions" ("workspace_id", "key", "kind", "id")
SELECT DISTINCT o."workspace_id", o."key", 'person', named.id[1] FROM "outbox" o
CROSS JOIN LATERAL regexp_matches(o."body"::text, '<@([UW][A-Z0-9]+)>', 'g') AS named(id);
