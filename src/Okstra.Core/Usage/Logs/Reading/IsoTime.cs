using System.Globalization;
using System.Text;

namespace Okstra.Core.Usage.Logs.Reading;

/// <summary>Times of the logs as milliseconds since 1970, UTC.</summary>
internal static class IsoTime
{
    /// <summary>No readable time.</summary>
    public const long Unknown = long.MinValue;

    /// <summary>Name of the day of a time nobody can read.</summary>
    public const string UnknownDay = "unknown";

    private const int Seconds = 19;

    /// <summary><c>2026-11-20T11:33:03.740Z</c>, which all three write, without a detour; every other form through the framework.</summary>
    public static long Parse(ReadOnlySpan<byte> text)
    {
        if (text.Length is < Seconds + 1 or > 64)
        {
            return Unknown;
        }

        return text[^1] == (byte)'Z' && TryPlain(text, out var time) ? time : General(text);
    }

    public static DateTimeOffset? Moment(long time) => time == Unknown ? null : DateTimeOffset.FromUnixTimeMilliseconds(time);

    /// <summary><c>yyyy-MM-dd</c>, UTC.</summary>
    public static string Day(long dayNumber) => dayNumber == Unknown
        ? UnknownDay
        : DateTimeOffset.FromUnixTimeSeconds(dayNumber * 86400).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Days since 1970; <see cref="Unknown"/> stays.</summary>
    public static long DayNumber(long time) => time == Unknown ? Unknown : Math.DivRem(time, 86_400_000, out var rest) - (rest < 0 ? 1 : 0);

    private static bool TryPlain(ReadOnlySpan<byte> text, out long time)
    {
        time = Unknown;
        if (text[4] != (byte)'-' || text[7] != (byte)'-' || text[10] != (byte)'T' || text[13] != (byte)':' || text[16] != (byte)':')
        {
            return false;
        }

        var (year, month, day) = (Two(text, 0) * 100 + Two(text, 2), Two(text, 5), Two(text, 8));
        var (hour, minute, second) = (Two(text, 11), Two(text, 14), Two(text, 17));
        if (year < 1970 || month is < 1 or > 12 || day < 1 || hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 60 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        var milliseconds = 0L;
        var scale = 100;
        for (var at = Seconds + 1; text[Seconds] == (byte)'.' && at < text.Length - 1; at++, scale /= 10)
        {
            if (text[at] is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            milliseconds += (text[at] - '0') * scale;
        }

        time = ((((((Days(year, month, day) * 24) + hour) * 60) + minute) * 60) + second) * 1000 + milliseconds;
        return text[Seconds] is (byte)'.' or (byte)'Z';
    }

    private static long General(ReadOnlySpan<byte> text) =>
        DateTimeOffset.TryParse(Encoding.Latin1.GetString(text), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment.ToUnixTimeMilliseconds() : Unknown;

    private static int Two(ReadOnlySpan<byte> text, int at) =>
        text[at] is >= (byte)'0' and <= (byte)'9' && text[at + 1] is >= (byte)'0' and <= (byte)'9' ? ((text[at] - '0') * 10) + text[at + 1] - '0' : -10_000;

    /// <summary>Days since 1970 in the Gregorian calendar, counted from March so that the leap day comes last.</summary>
    private static long Days(int year, int month, int day)
    {
        var y = month > 2 ? year : year - 1;
        var dayOfYear = (((153 * (month > 2 ? month - 3 : month + 9)) + 2) / 5) + day - 1;
        return (y * 365L) + (y / 4) - (y / 100) + (y / 400) + dayOfYear - 719468;
    }
}
