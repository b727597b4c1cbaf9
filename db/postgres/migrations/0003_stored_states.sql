CREATE TABLE "stored_states" (
	"stream" text PRIMARY KEY NOT NULL,
	"seq" integer NOT NULL,
	"epoch" integer NOT NULL,
	"bytes" "bytea" NOT NULL
);
