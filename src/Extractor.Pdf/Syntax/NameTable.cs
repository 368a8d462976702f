using System.Text;

namespace Extractor.Pdf.Syntax;

/// <summary>Makes each name of a file one string, found from its bytes without an allocation.</summary>
internal sealed class NameTable
{
    private const int LongestInterned = 128;
    private const int MostInterned = 1 << 16;
    private string?[] _slots = new string?[256];
    private int _count;

    /// <summary>The name of these bytes, one Latin-1 character a byte.</summary>
    public string Intern(ReadOnlySpan<byte> bytes)
    {
        // Names made by the thousand (or very long) are data, not vocabulary: keeping them would only hold memory.
        if (bytes.Length > LongestInterned || _count >= MostInterned)
            return Encoding.Latin1.GetString(bytes);

        int mask = _slots.Length - 1;
        int slot = (int)Hash(bytes) & mask;
        while (_slots[slot] is { } known)
        {
            if (IsSame(known, bytes))
                return known;
            slot = (slot + 1) & mask;
        }

        string added = Encoding.Latin1.GetString(bytes);
        _slots[slot] = added;
        if (++_count > _slots.Length / 2)
            Grow();
        return added;
    }

    private static uint Hash(ReadOnlySpan<byte> bytes)
    {
        uint hash = 2166136261;
        foreach (byte value in bytes)
            hash = (hash ^ value) * 16777619;
        return hash ^ (hash >> 15);
    }

    private static bool IsSame(string name, ReadOnlySpan<byte> bytes)
    {
        if (name.Length != bytes.Length)
            return false;
        for (int i = 0; i < bytes.Length; i++)
        {
            if (name[i] != bytes[i])
                return false;
        }

        return true;
    }

    private void Grow()
    {
        string?[] old = _slots;
        _slots = new string?[old.Length * 2];
        int mask = _slots.Length - 1;
        Span<byte> bytes = stackalloc byte[LongestInterned];
        foreach (string? name in old)
        {
            if (name is null)
                continue;
            int length = Encoding.Latin1.GetBytes(name, bytes);
            int slot = (int)Hash(bytes[..length]) & mask;
            while (_slots[slot] is not null)
                slot = (slot + 1) & mask;
            _slots[slot] = name;
        }
    }
}
