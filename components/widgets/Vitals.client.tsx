'use client'

import { useEffect } from 'react'
import { apiPaths } from '@/lib/routes'

/**
 * Measures how fast the page was, once its scripts are there, and tells the newsroom when the reader leaves it. The
 * measuring itself is fetched last of all.
 */
export function Vitals() {
  useEffect(() => {
    const values: Record<string, number> = {}
    let told = false
    const tell = () => {
      if (document.visibilityState !== 'hidden' || told || Object.keys(values).length === 0) return
      told = true
      navigator.sendBeacon(apiPaths.vitals, JSON.stringify({ path: location.pathname, values }))
    }
    void import('web-vitals').then(({ onCLS, onFCP, onINP, onLCP, onTTFB }) => {
      const note = ({ name, value }: { name: string; value: number }) => {
        values[name] = Math.round(name === 'CLS' ? value * 1000 : value)
      }
      for (const measure of [onCLS, onFCP, onINP, onLCP, onTTFB]) measure(note)
      // After the measuring itself, which has its last word at the same moment.
      document.addEventListener('visibilitychange', tell)
    })
    return () => document.removeEventListener('visibilitychange', tell)
  }, [])
  return null
}
