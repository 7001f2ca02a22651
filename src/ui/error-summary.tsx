/** First thing in a refused form: how many faults, and a link to each. */
type Line = { readonly href: string | undefined; readonly says: string }

export const ErrorSummary = ({ title, problems }: { title: string; problems: readonly Line[] }) => (
  <div class="ds-error-summary" role="alert" tabIndex={-1} data-color="danger" data-enhance="focus">
    <h2>{title}</h2>
    {problems.length > 0 && (
      <ul>
        {problems.map((problem) => (
          <li>{problem.href ? <a href={problem.href}>{problem.says}</a> : problem.says}</li>
        ))}
      </ul>
    )}
  </div>
)
