import type { Config, Plugin } from 'payload'
import { env } from '@/lib/env'

/**
 * Keeps media files in an S3-compatible store instead of MEDIA_DIR when S3_BUCKET is set. Their addresses stay the
 * same: the site hands them on. The store's library is loaded only then.
 */
export const mediaStore: Plugin = async (config: Config): Promise<Config> => {
  const { S3_BUCKET, S3_ENDPOINT, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = env()
  if (S3_BUCKET === undefined) return config
  const { s3Storage } = await import('@payloadcms/storage-s3')
  const credentials = S3_ACCESS_KEY_ID && S3_SECRET_ACCESS_KEY ? { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY } : undefined
  return s3Storage({
    bucket: S3_BUCKET,
    collections: { media: true },
    // Stores other than Amazon's mostly know a bucket by its path, not by a name of its own.
    config: { region: S3_REGION, credentials, endpoint: S3_ENDPOINT, forcePathStyle: S3_ENDPOINT !== undefined },
  })(config)
}
