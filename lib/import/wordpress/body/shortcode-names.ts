/** Videos and posts of other sites: what their shortcodes are called, and the address that a bare number or name means. */
export const SITES: Record<string, ((id: string) => string) | null> = {
  youtube: (id) => `https://www.youtube.com/watch?v=${id}`,
  yt: (id) => `https://www.youtube.com/watch?v=${id}`,
  embedyt: (id) => `https://www.youtube.com/watch?v=${id}`,
  su_youtube: null,
  su_youtube_advanced: null,
  fusion_youtube: (id) => `https://www.youtube.com/watch?v=${id}`,
  td_block_video_youtube: null,
  vimeo: (id) => `https://vimeo.com/${id}`,
  su_vimeo: null,
  fusion_vimeo: (id) => `https://vimeo.com/${id}`,
  dailymotion: (id) => `https://www.dailymotion.com/video/${id}`,
  su_dailymotion: null,
  tweet: (id) => `https://twitter.com/i/status/${id}`,
  twitter: (id) => `https://twitter.com/i/status/${id}`,
  instagram: (id) => `https://www.instagram.com/p/${id}/`,
  facebook: null,
  fb: null,
  tiktok: null,
  soundcloud: null,
  spotify: (id) => `https://open.spotify.com/${id.replace(/^spotify:/, '').replaceAll(':', '/')}`,
  gist: (id) => `https://gist.github.com/${id}`,
  googlemaps: null,
  googlemap: null,
  iframe: null,
  arve: null,
  fvplayer: null,
  video_player: null,
  vc_video: null,
  et_pb_video: null,
  wpvideo: (id) => `https://videopress.com/v/${id}`,
  videopress: (id) => `https://videopress.com/v/${id}`,
  ted: (id) => `https://www.ted.com/talks/${id}`,
  scribd: (id) => `https://www.scribd.com/document/${id}`,
  slideshare: null,
  pinterest: null,
  flickr: null,
  vine: (id) => `https://vine.co/v/${id}`,
  twitch: (id) => `https://www.twitch.tv/${id}`,
  reddit: null,
  kickstarter: null,
  embed: null,
}

/** What a box of a page builder is called, in one of its values. */
export const TITLES: Record<string, string> = {
  vc_custom_heading: 'text',
  vc_tta_section: 'title',
  vc_tab: 'title',
  vc_toggle: 'title',
  vc_text_separator: 'title',
  vc_btn: 'title',
  et_pb_blurb: 'title',
  et_pb_toggle: 'title',
  et_pb_tab: 'title',
  et_pb_heading: 'title',
  et_pb_button: 'button_text',
  td_block_text_with_title: 'custom_title',
}

/** Pictures of page builders: the value that holds the number or address. */
export const PICTURES: Record<string, string> = { vc_single_image: 'image', et_pb_image: 'src' }

const WORDPRESS = ['caption', 'wp_caption', 'gallery', 'vc_gallery', 'playlist', 'audio', 'video']
/** Listings of code, and HTML that page builders keep encoded. */
const CODE = ['code', 'sourcecode', 'php', 'css', 'html', 'xml', 'javascript', 'js', 'python', 'sql', 'bash']
const ENCODED = ['vc_raw_html', 'vc_raw_js']

const shown = new Set([...WORDPRESS, ...CODE, ...ENCODED, ...Object.keys(SITES), ...Object.keys(TITLES), ...Object.keys(PICTURES)])
const opaque = new Set([...CODE, ...ENCODED])
/** These are words as well: they count as shortcodes only with a value or an end tag. */
const ordinary = new Set([...CODE, 'fb', 'twitter', 'facebook', 'instagram', 'tiktok', 'spotify', 'reddit', 'flickr', 'vine', 'twitch', 'ted', 'gist', 'iframe', 'tweet', 'youtube', 'yt', 'vimeo', 'pinterest'])
const columns = new Set(['row', 'column', 'col', 'columns', 'one_half', 'one_third', 'two_third', 'one_fourth', 'three_fourth', 'one_half_last', 'one_third_last', 'two_third_last', 'one_fourth_last', 'three_fourth_last', 'su_row', 'su_column'])

const BUILDER = /^(?:vc|tdc|tdb|tds|td|et_pb|fusion|av)_/
/** tagDiv's blocks fetch stories as the page is drawn. */
const LISTING = /^(?:td_(?:block|flex|module)|tdb_)/

export const isShown = (name: string): boolean => shown.has(name)
export const isOpaque = (name: string): boolean => opaque.has(name)
export const isCode = (name: string): boolean => CODE.includes(name)
export const isOrdinaryWord = (name: string): boolean => ordinary.has(name)
/** Columns and boxes of a page builder: they hold text and say nothing. */
export const isLayout = (name: string): boolean => !shown.has(name) && (BUILDER.test(name) || columns.has(name))
/** A list of stories that a theme makes as the page is drawn. */
export const isListing = (name: string): boolean => LISTING.test(name)
