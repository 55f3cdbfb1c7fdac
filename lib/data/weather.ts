import type { Weather } from '@/lib/model/weather'
// stand-in until the real one lands
export async function getWeather(_city: string | null): Promise<Weather | null> { return null }
