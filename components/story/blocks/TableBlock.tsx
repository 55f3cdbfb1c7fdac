import type { BlockOf } from '@/lib/model/block'

const NUMBER = /^[−–+\-]?[$€£₨]?\s?(Rs\.?\s?)?[\d.,\s]+\s?(%|°C|bn|m|k|km|MW|GW)?$/i

/** A table. A column whose cells are all figures is set to the right, so that they can be compared. */
export function TableBlock({ block }: { block: BlockOf<'table'> }) {
  const numeric = block.header.map((_, column) => column > 0 && block.rows.length > 0 && block.rows.every((row) => NUMBER.test((row[column] ?? '').trim())))
  return (
    <figure>
      {block.caption && <figcaption className="hed-s mb-2 font-semibold">{block.caption}</figcaption>}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls sideways must be reachable by keyboard */}
      <div className="table-scroll" tabIndex={0} role="region" aria-label={block.caption ?? 'Table'}>
        <table>
          <thead>
            <tr>
              {block.header.map((cell, i) => (
                <th key={i} scope="col" className={numeric[i] ? 'number' : ''}>
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row, r) => (
              <tr key={r}>
                {row.map((cell, i) => (
                  <td key={i} className={numeric[i] ? 'number' : ''}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {block.source && <p className="meta mt-2">Source: {block.source}</p>}
    </figure>
  )
}
