CREATE TABLE "files" (
	"name" text PRIMARY KEY NOT NULL,
	"at" double precision NOT NULL,
	"bytes" "bytea" NOT NULL
);
