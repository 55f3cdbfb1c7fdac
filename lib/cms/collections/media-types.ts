/** What the media collection keeps, by content. An M4A sound and an M4V film are known by either of two names. */
export const MIME_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif', 'audio/mpeg', 'audio/mp4', 'audio/x-m4a', 'audio/ogg', 'audio/wav', 'video/mp4', 'video/x-m4v', 'video/webm', 'text/vtt', 'application/pdf']
