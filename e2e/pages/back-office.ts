import { expect, type Page } from '@playwright/test'
import { PASSWORD, type Role } from './newsroom'

/** The back office as an editor works in it. */
export class BackOffice {
  constructor(readonly page: Page) {}

  async logIn(role: Role, at = '/admin/login'): Promise<void> {
    await this.page.goto(at)
    await this.page.getByLabel(/email/i).fill(`${role}@meridian.example`)
    await this.page.getByLabel(/password/i).fill(PASSWORD)
    await this.page.getByRole('button', { name: /log ?in/i }).click()
    await expect(this.page).toHaveURL(/\/admin$/)
  }

  async openStory(id: number): Promise<void> {
    await this.page.goto(`/admin/collections/stories/${id}`)
    await expect(this.headline()).toBeVisible()
  }

  headline() {
    return this.page.locator('#field-headline')
  }

  /** Types a new headline and waits until the draft has been saved by itself. */
  async writeHeadline(text: string): Promise<void> {
    const saved = this.page.waitForResponse((response) => response.url().includes('autosave=true') && response.request().method() === 'PATCH' && response.ok())
    await this.headline().fill(text)
    await saved
  }

  async publish(): Promise<void> {
    const saved = this.page.waitForResponse((response) => /\/api\/stories\/\d+/.test(response.url()) && response.request().method() === 'PATCH' && !response.url().includes('autosave=true'))
    await this.page.getByRole('button', { name: /^publish/i }).first().click()
    expect((await saved).status()).toBe(200)
  }

  async openTab(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click()
  }
}
