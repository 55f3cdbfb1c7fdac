/** Words that are spread as in a language: the n-th most frequent stands about 1/n as often as the first. */
const SYLLABLES = ['ba', 'ke', 'lo', 'mi', 'nu', 'ra', 'sto', 'ter', 'vin', 'dal', 'gor', 'hes', 'jun', 'pel', 'qua', 'rit', 'sam', 'tov', 'wen', 'zar']
const FREQUENT = ['the', 'of', 'and', 'to', 'in', 'a', 'that', 'for', 'was', 'on', 'government', 'minister', 'country', 'people', 'water', 'trade', 'river', 'city', 'border', 'market', 'talks', 'power', 'school', 'court', 'report']
const SIZE = 30_000

function made(i: number): string {
  let word = ''
  for (let rest = i + 20; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) word += SYLLABLES[rest % SYLLABLES.length]
  return word
}

const VOCABULARY = [...FREQUENT, ...Array.from({ length: SIZE }, (_, i) => made(i))]

export const words = {
  frequent: (i: number) => FREQUENT[10 + (i % 15)]!,
  middle: (i: number) => VOCABULARY[60 + (i % 300)]!,
  rare: (i: number) => VOCABULARY[2_000 + (i % 20_000)]!,
  sentence: (random: () => number, length: number) => {
    const list = Array.from({ length }, () => VOCABULARY[Math.floor(VOCABULARY.length ** random()) - 1]!)
    const text = list.join(' ')
    return `${text[0]!.toUpperCase()}${text.slice(1)}.`
  },
}
