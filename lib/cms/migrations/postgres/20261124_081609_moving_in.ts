import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TYPE "public"."enum_paths_kind" ADD VALUE 'media' BEFORE 'redirect';
  ALTER TABLE "stories" ADD COLUMN "canonical_url" varchar;
  ALTER TABLE "stories" ADD COLUMN "address" varchar;
  ALTER TABLE "_stories_v" ADD COLUMN "version_canonical_url" varchar;
  ALTER TABLE "_stories_v" ADD COLUMN "version_address" varchar;
  ALTER TABLE "pages" ADD COLUMN "address" varchar;
  ALTER TABLE "_pages_v" ADD COLUMN "version_address" varchar;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "paths" ALTER COLUMN "kind" SET DATA TYPE text;
  ALTER TABLE "paths" ALTER COLUMN "kind" SET DEFAULT 'redirect'::text;
  DROP TYPE "public"."enum_paths_kind";
  CREATE TYPE "public"."enum_paths_kind" AS ENUM('story', 'section', 'topic', 'author', 'page', 'redirect');
  ALTER TABLE "paths" ALTER COLUMN "kind" SET DEFAULT 'redirect'::"public"."enum_paths_kind";
  ALTER TABLE "paths" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_paths_kind" USING "kind"::"public"."enum_paths_kind";
  ALTER TABLE "stories" DROP COLUMN "canonical_url";
  ALTER TABLE "stories" DROP COLUMN "address";
  ALTER TABLE "_stories_v" DROP COLUMN "version_canonical_url";
  ALTER TABLE "_stories_v" DROP COLUMN "version_address";
  ALTER TABLE "pages" DROP COLUMN "address";
  ALTER TABLE "_pages_v" DROP COLUMN "version_address";`)
}
