import { describe, expect, it } from 'vitest'
import { lateScripts } from './late-scripts.cjs'

const page = (body: string) => `<!DOCTYPE html><html><head><link rel="stylesheet" href="/a.css"/><link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/b.js"/><script src="/_next/static/chunks/a.js" async=""></script></head><body>${body}<script src="/_next/static/chunks/b.js" id="_R_" async=""></script><script>(self.__next_f=self.__next_f||[]).push([0])</script><script>self.__next_f.push([1,"0:[\\"$\\",\\"p\\",null,{}"])</script><script>self.__next_f.push([1,"]\\n"])</script></body></html>`

describe('lateScripts', () => {
  it('takes the framework’s scripts out and fetches each once, later', () => {
    const html = lateScripts(page('<p>Words</p>'))
    expect(html).not.toMatch(/<script src=/)
    expect(html).not.toContain('as="script"')
    expect(html).toContain('(["/_next/static/chunks/a.js","/_next/static/chunks/b.js"])</script></body>')
  })

  it('leaves words, styles and the page’s own data as they are', () => {
    const html = lateScripts(page('<p>Say &quot;$&amp;&quot; and $1</p>'))
    expect(html).toContain('<p>Say &quot;$&amp;&quot; and $1</p>')
    expect(html).toContain('<link rel="stylesheet" href="/a.css"/>')
  })

  it('puts the page’s data into one script, which nothing in it can end', () => {
    const html = lateScripts('<html><body><script>(self.__next_f=self.__next_f||[]).push([0])</script><script>self.__next_f.push([1,"0:{\\"said\\":"])</script><script>self.__next_f.push([1,"\\"\\u003c/script\\u003e\\"}\\n"])</script><script src="/_next/static/chunks/a.js" async=""></script></body></html>')
    const [, entries] = /\.push\((\[0\],\[1,.*?\])\);\(function/.exec(html)!
    expect(entries).not.toContain('</script>')
    expect(JSON.parse(`[${entries}]`)).toEqual([[0], [1, '0:{"said":"</script>"}\n']])
  })

  it('leaves a page without scripts alone', () => {
    expect(lateScripts('<html><body>Plain</body></html>')).toBe('<html><body>Plain</body></html>')
  })
})
