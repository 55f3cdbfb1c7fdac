import { isMailConfigured } from '../mail'

/** Below the form to log in: who helps when a password is forgotten and no mail can bring a new one. */
export function NoMail() {
  return isMailConfigured() ? null : <p className="dl-no-mail">Forgotten your password? An administrator of the newsroom can set a new one.</p>
}
