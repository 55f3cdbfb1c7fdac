/** A page that could not be made: plain words, and a way on that needs no script. */
export function Failure({ retry }: { retry: () => void }) {
  return (
    <div className="shell pt-10 pb-16 lg:pt-20">
      <p className="kicker text-[0.9375rem]">500</p>
      <h1 className="hed-banner mt-2 max-w-[16em]">Something broke on our side</h1>
      <p className="standfirst-l mt-4 max-w-[38rem]">The page could not be made just now. We have been told. Trying again in a moment often helps.</p>
      <p className="mt-6 flex flex-wrap items-center gap-6">
        <button type="button" onClick={retry} className="button">
          Try again
        </button>
        <a href="/" className="label tap underline underline-offset-4">
          Front page
        </a>
      </p>
    </div>
  )
}
