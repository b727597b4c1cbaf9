CREATE TABLE "accounts" (
	"n" bigserial NOT NULL,
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"passphrase" text NOT NULL,
	"epoch" integer DEFAULT 1 NOT NULL,
	"created_at" double precision NOT NULL,
	"revoked_at" double precision,
	"scope" text,
	"ends_at" double precision,
	CONSTRAINT "accounts_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" double precision NOT NULL,
	"who" text NOT NULL,
	"what" text NOT NULL,
	"about" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "entries" (
	"id" text PRIMARY KEY NOT NULL,
	"account" text NOT NULL,
	"device" text NOT NULL,
	"at" double precision NOT NULL,
	"ended_at" double precision
);
--> statement-breakpoint
CREATE TABLE "facts" (
	"stream" text NOT NULL,
	"seq" integer NOT NULL,
	"type" text NOT NULL,
	"v" integer NOT NULL,
	"at" double precision NOT NULL,
	"by" text NOT NULL,
	"via" text,
	"origin" text NOT NULL,
	"said_at" double precision,
	"cmd" text NOT NULL,
	"data" text NOT NULL,
	"seal" bigint,
	"epoch" bigint NOT NULL,
	CONSTRAINT "facts_stream_seq_pk" PRIMARY KEY("stream","seq")
);
--> statement-breakpoint
CREATE TABLE "links" (
	"hash" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"role" text,
	"target" text,
	"expires_at" double precision NOT NULL,
	"used_at" double precision,
	"scope" text,
	"ends_at" double precision
);
--> statement-breakpoint
CREATE TABLE "ownership" (
	"unit" text PRIMARY KEY NOT NULL,
	"epoch" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "seats" (
	"id" text PRIMARY KEY NOT NULL,
	"stream" text NOT NULL,
	"label" text,
	"recovery_hash" text,
	"rev" integer NOT NULL,
	"created_at" double precision NOT NULL,
	"erased_at" double precision,
	"epoch" double precision DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "streams" (
	"n" bigserial NOT NULL,
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"code" text NOT NULL,
	"path" text,
	"demo" boolean DEFAULT false NOT NULL,
	"rehearsal" boolean DEFAULT false NOT NULL,
	"created_at" double precision NOT NULL,
	CONSTRAINT "streams_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE INDEX "entries_account" ON "entries" USING btree ("account");--> statement-breakpoint
CREATE INDEX "seats_stream" ON "seats" USING btree ("stream","rev");--> statement-breakpoint
CREATE INDEX "seats_recovery" ON "seats" USING btree ("stream","recovery_hash");--> statement-breakpoint
CREATE FUNCTION facts_are_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'UPDATE' THEN
		IF current_setting('cerchi.maintenance', true) IS NOT DISTINCT FROM 'open' THEN
			RETURN NEW;
		END IF;
	ELSIF TG_OP = 'DELETE' THEN
		IF EXISTS (SELECT FROM streams WHERE id = OLD.stream AND rehearsal) THEN
			RETURN OLD;
		END IF;
	END IF;
	RAISE EXCEPTION 'the log is append-only';
END $$;
--> statement-breakpoint
CREATE TRIGGER facts_never_change BEFORE UPDATE OR DELETE ON facts FOR EACH ROW EXECUTE FUNCTION facts_are_kept();
--> statement-breakpoint
CREATE TRIGGER facts_never_go BEFORE TRUNCATE ON facts FOR EACH STATEMENT EXECUTE FUNCTION facts_are_kept();
