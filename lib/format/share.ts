/** Ways to pass a page on, as plain links: nobody is called before one is followed. */
export function shareLinks(url: string, headline: string): { name: string; href: string }[] {
  const u = encodeURIComponent(url)
  const t = encodeURIComponent(headline)
  return [
    { name: 'WhatsApp', href: `https://wa.me/?text=${t}%20${u}` },
    { name: 'X', href: `https://x.com/intent/post?text=${t}&url=${u}` },
    { name: 'Facebook', href: `https://www.facebook.com/sharer/sharer.php?u=${u}` },
    { name: 'LinkedIn', href: `https://www.linkedin.com/sharing/share-offsite/?url=${u}` },
    { name: 'Email', href: `mailto:?subject=${t}&body=${t}%0A%0A${u}` },
  ]
}

/** Where a reader tells Google to show this newsroom's stories first (developers.google.com/search/docs/appearance/preferred-sources). */
export const preferOnGoogle = (origin: string) => `https://www.google.com/preferences/source?q=${encodeURIComponent(new URL(origin).hostname)}`
