export interface Missing {
  code: string
  title: string
  text: string
}

const NOT_FOUND: Missing = {
  code: '404',
  title: 'There is nothing at this address',
  text: 'The address may be mistyped, or a link to it may be wrong. Stories that moved are still found at their old address.',
}

const REASONS: Record<string, Missing> = {
  malformed: { code: '400', title: 'This address cannot be read', text: 'Some of its characters are damaged, perhaps by the program it was copied from.' },
  busy: { code: '429', title: 'One moment, please', text: 'You have asked for a lot in a short time. Wait a minute, then load this page again.' },
  'preview-expired': { code: '403', title: 'This preview has expired', text: 'Links to unpublished stories work for a limited time. Ask the editor who sent it for a new one.' },
  'preview-revoked': { code: '403', title: 'This preview was withdrawn', text: 'The editor who sent the link has closed it.' },
}

/** What a reader is told at an address that shows nothing, by the reason in it. */
export function missingReason(reason: string): Missing {
  if (Object.hasOwn(REASONS, reason)) return REASONS[reason]!
  return reason.startsWith('preview') ? { code: '403', title: 'This preview cannot be opened', text: 'Ask the editor who sent the link for a new one.' } : NOT_FOUND
}
