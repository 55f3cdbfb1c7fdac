const RATE = 16_000

/** A short chime as a WAV file (16 kHz, 16 bit, one channel): the demonstration's sound, made rather than fetched. */
export function chime(seconds = 6): Buffer {
  const samples = RATE * seconds
  const data = Buffer.alloc(samples * 2)
  const notes = [392, 523.25, 659.25, 523.25, 784]
  for (let i = 0; i < samples; i++) {
    const t = i / RATE
    const note = Math.min(notes.length - 1, Math.floor(t))
    const within = t - note
    const tone = Math.sin(2 * Math.PI * notes[note]! * t) + 0.4 * Math.sin(4 * Math.PI * notes[note]! * t)
    data.writeInt16LE(Math.round(tone * Math.exp(-2.2 * within) * Math.min(1, within * 60) * 9000), i * 2)
  }
  const header = Buffer.alloc(44)
  header.write('RIFF', 0)
  header.writeUInt32LE(36 + data.length, 4)
  header.write('WAVEfmt ', 8)
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(1, 22)
  header.writeUInt32LE(RATE, 24)
  header.writeUInt32LE(RATE * 2, 28)
  header.writeUInt16LE(2, 32)
  header.writeUInt16LE(16, 34)
  header.write('data', 36)
  header.writeUInt32LE(data.length, 40)
  return Buffer.concat([header, data])
}
