/** The quantile of the normal distribution that leaves 5 % below: the bound holds with 95 % on one side. */
const z = 1.645

/**
 * The lower bound of the mean of graded ratings: by it things are ordered, so that three fives do not stand above
 * three hundred of 4.8. `counts[k]` is how many gave the grade k + 1. With no ratings it is the bound of ignorance.
 *
 * Bayesian, with one imagined rating of each grade (a uniform Dirichlet prior) and a normal approximation of the mean's
 * posterior: E. Miller, "Ranking Items With Star Ratings", 2014, evanmiller.org/ranking-items-with-star-ratings.html.
 */
export function lowerBound(counts: readonly number[]): number {
  const grades = counts.length
  const total = counts.reduce((sum, count) => sum + count, 0)
  const mean = (value: (grade: number) => number) =>
    counts.reduce((sum, count, k) => sum + (value(k + 1) * (count + 1)) / (total + grades), 0)
  const first = mean((grade) => grade)
  const second = mean((grade) => grade * grade)
  return first - z * Math.sqrt((second - first * first) / (total + grades + 1))
}
