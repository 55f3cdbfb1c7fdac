export { getMailState, type MailState } from '@/lib/cms/mail'
