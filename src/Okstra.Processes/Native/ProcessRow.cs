namespace Okstra.Processes.Native;

/// <summary>One process as the kernel lists it.</summary>
internal readonly record struct ProcessRow(int Pid, int Parent, int Session, char State, long StartTime)
{
    public bool IsDead => State is 'Z' or 'X';
}
