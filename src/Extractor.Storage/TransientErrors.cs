namespace Extractor.Storage;

/// <summary>What to do about errors of the database that pass by themselves.</summary>
public static class TransientErrors
{
    /// <summary>Time until the next try: a database that crashed is back within a second, and everything waits for it.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
}
