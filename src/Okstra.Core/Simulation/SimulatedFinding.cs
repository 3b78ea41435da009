namespace Okstra.Core.Simulation;

/// <summary>A finding of one or more simulated workers, and what every verifier would think of it.</summary>
/// <param name="IsTrue">It names a real defect.</param>
/// <param name="Raisers">Bit w is set when worker w raised it; never 0.</param>
/// <param name="Doubts">One latent standard normal per worker, correlated.</param>
/// <param name="Shock">All verifiers make the same mistake.</param>
public sealed record SimulatedFinding(bool IsTrue, int Raisers, IReadOnlyList<double> Doubts, bool Shock)
{
    public bool IsRaisedBy(int worker) => (Raisers >> worker & 1) != 0;

    /// <summary>What worker <paramref name="worker"/> answers when it is asked, however often: it sees nothing new in a later round.</summary>
    public bool IsConfirmedBy(int worker, VerifierProfile profile) => Shock ? !IsTrue : profile.Confirms(IsTrue, Doubts[worker]);
}
