CREATE TABLE "model_usage" (
	"workspace_id" text NOT NULL,
	"day" text NOT NULL,
	"purpose" text NOT NULL,
	"input_tokens" bigint NOT NULL,
	"output_tokens" bigint NOT NULL,
	"cache_read_tokens" bigint NOT NULL,
	"cache_write_tokens" bigint NOT NULL,
	"reserved_tokens" bigint NOT NULL,
	"calls" integer NOT NULL,
	"failures" integer NOT NULL,
	"refusals" integer NOT NULL,
	CONSTRAINT "model_usage_workspace_id_day_purpose_pk" PRIMARY KEY("workspace_id","day","purpose")
);
