/** A file of the old site that a media document here waits for. */
export interface WantedFile {
  /** Its place below the uploads folder ("2019/05/x.jpg"), or its whole address when it lies elsewhere. */
  key: string
  /** The address the old site names it by. */
  url: string
  /** The media document that is to have it. */
  mediaId: number
  /** The name it would like to have here. */
  name: string
}

/** Why a file did not come, for the report: a word to count by and a sentence. */
export interface Failure {
  /** "missing": there is none. "refused": it will not be taken. "unreachable": worth another try later. */
  state: 'missing' | 'refused' | 'unreachable'
  code: string
  message: string
}

export interface GetOptions {
  /** More is not taken. */
  maxBytes: number
  signal: AbortSignal
}

/** Where the old site's files are: a folder or an address. */
export interface FileSource {
  /** The folder or address, as it was given; without a password. */
  name: string
  /** How many files may be asked for at the same time. */
  atOnce: number
  /** Puts the bytes of a file at `target`. Null when it has done so, else why not. @throws when the signal ends it. */
  get: (file: WantedFile, target: string, options: GetOptions) => Promise<Failure | null>
}

/** True for the key of a file that is not below the uploads folder. */
export const isElsewhere = (key: string): boolean => /^https?:\/\//i.test(key)

export const tooLarge = (maxBytes: number): Failure => ({ state: 'refused', code: 'too-large', message: `It is larger than ${Math.round(maxBytes / 1024 / 1024)} MB.` })
