namespace Okstra.Core.Simulation;

/// <summary>Logarithm and exponential from the four basic operations only, so that every platform draws the same numbers; the C library's may differ in the last bit.</summary>
public static class ExactMath
{
    private const double Ln2 = 0.693147180559945309417232121458;
    private const double SquareRootOfHalf = 0.707106781186547524400844362105;
    private const int LogTerms = 13;
    private const int ExpTerms = 18;
    private const int MantissaBits = 52;
    private const int ExponentBias = 1023;
    private const int ExponentMask = 0x7ff;
    private const long MantissaMask = (1L << MantissaBits) - 1;

    /// <summary>Natural logarithm of a positive normal number: x = m·2^e with m near 1, then the series of 2·artanh((m−1)/(m+1)).</summary>
    public static double Log(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)(bits >> MantissaBits & ExponentMask) - ExponentBias + 1;
        var mantissa = BitConverter.Int64BitsToDouble((bits & MantissaMask) | ((long)(ExponentBias - 1) << MantissaBits));
        if (mantissa < SquareRootOfHalf)
        {
            mantissa *= 2;
            exponent--;
        }

        var ratio = (mantissa - 1) / (mantissa + 1);
        var square = ratio * ratio;
        var sum = 0.0;
        for (var term = LogTerms; term >= 0; term--)
        {
            sum = (sum * square) + (1.0 / ((2 * term) + 1));
        }

        return (exponent * Ln2) + (2 * ratio * sum);
    }

    /// <summary>e^−x for x ≥ 0: the series of a halved argument, squared back.</summary>
    public static double ExpOfMinus(double value)
    {
        var halvings = 0;
        while (value > 0.5)
        {
            value /= 2;
            halvings++;
        }

        var sum = 1.0;
        for (var term = ExpTerms; term >= 1; term--)
        {
            sum = 1 - (value / term * sum);
        }

        for (; halvings > 0; halvings--)
        {
            sum *= sum;
        }

        return sum;
    }
}
