CREATE TABLE `entries` (
	`id` text PRIMARY KEY NOT NULL,
	`account` text NOT NULL,
	`device` text NOT NULL,
	`at` integer NOT NULL,
	`ended_at` integer
);
--> statement-breakpoint
CREATE INDEX `entries_account` ON `entries` (`account`);--> statement-breakpoint
ALTER TABLE `accounts` ADD `scope` text;--> statement-breakpoint
ALTER TABLE `accounts` ADD `ends_at` integer;--> statement-breakpoint
ALTER TABLE `links` ADD `scope` text;--> statement-breakpoint
ALTER TABLE `links` ADD `ends_at` integer;--> statement-breakpoint
ALTER TABLE `seats` ADD `epoch` integer DEFAULT 1 NOT NULL;