using System.Globalization;

namespace Okstra.Core.Scheduling;

/// <summary>A range of engineering minutes.</summary>
/// <param name="LowMinutes">If every step goes smoothly.</param>
/// <param name="HighMinutes">If every step takes as long as a step may.</param>
public readonly record struct Effort(int LowMinutes, int HighMinutes)
{
    /// <summary>R-PHS-028: a step is one action of two to five minutes.</summary>
    private const int ShortestStep = 2;

    private const int LongestStep = 5;
    private const int HoursFrom = 120;
    private const double MinutesOfHour = 60;

    public static Effort OfSteps(int steps) => new(steps * ShortestStep, steps * LongestStep);

    public static Effort operator +(Effort left, Effort right) => new(left.LowMinutes + right.LowMinutes, left.HighMinutes + right.HighMinutes);

    public static Effort Add(Effort left, Effort right) => left + right;

    public override string ToString() => HighMinutes < HoursFrom
        ? string.Create(CultureInfo.InvariantCulture, $"{LowMinutes} to {HighMinutes} minutes")
        : string.Create(CultureInfo.InvariantCulture, $"{LowMinutes} to {HighMinutes} minutes ({LowMinutes / MinutesOfHour:0.#} to {HighMinutes / MinutesOfHour:0.#} hours)");
}
