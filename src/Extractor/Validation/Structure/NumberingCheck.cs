using Extractor.Mapping;
using Extractor.Models;
using Extractor.Validation.Findings;

namespace Extractor.Validation.Structure;

/// <summary>
/// Printed numbers with several parts ("3.3.1"): none twice under one parent, none left out, none under a parent of another number. Forms that restart
/// their numbers at each section or table are in order.
/// </summary>
internal sealed class NumberingCheck : IFormCheck
{
    private const int DeepestNumber = 6;

    /// <inheritdoc/>
    public string Name => RuleStructures.Numbering;

    /// <inheritdoc/>
    public IEnumerable<FindingDraft> Check(ReportContent content, SchemaRule rule)
    {
        var state = new State();
        int table = -1;
        foreach (RowChoice choice in content.Choices)
        {
            if (choice.Row.Table != table)
            {
                table = choice.Row.Table;
                state.Restart();
            }

            if (state.Enter(choice.Row.Stt) is { } law)
            {
                LocalText place = PlaceNames.OfRow(choice.Row.Stt, choice.Row.Label.Text);
                yield return new FindingDraft(
                    rule.Id, rule.Severity, new LocalText($"Số thứ tự không đúng trình tự: {place.Vi} {law.Vi}.", $"Row numbers out of order: {place.En} {law.En}."),
                    choice.Indicator is { } indicator ? [indicator.Code] : []);
            }
        }
    }

    /// <summary>The numbers open at each depth.</summary>
    private sealed class State
    {
        private readonly int[] _open = new int[DeepestNumber];
        private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
        private int _depth;

        public void Restart()
        {
            _depth = 0;
            _seen.Clear();
        }

        /// <summary>What is wrong with the next number; null if nothing is, or if it is no dotted number.</summary>
        public LocalText? Enter(string stt)
        {
            Span<int> parts = stackalloc int[DeepestNumber];
            string number = stt.Trim().TrimEnd('.', ')', ':');
            int depth = Parse(number, parts);
            if (depth == 0)
            {
                // "IV", "A": the numbers below start anew. An unnumbered or lettered row changes nothing.
                if (number.Length > 0 && char.IsUpper(number[0]))
                {
                    Restart();
                }

                return null;
            }

            if (depth == 1)
            {
                // A row "1" after "7" opens another section, so single numbers are taken as they come.
                Open(parts, depth);
                return null;
            }

            LocalText? wrong = Judge(parts, depth, number);
            _seen.Add(number);
            Open(parts, depth);
            return wrong;
        }

        private LocalText? Judge(ReadOnlySpan<int> parts, int depth, string number)
        {
            if (_seen.Contains(number))
            {
                return new LocalText("trùng với một dòng trước", "repeats the number of an earlier row");
            }

            int last = parts[depth - 1];
            bool isSibling = _depth >= depth && parts[..(depth - 1)].SequenceEqual(_open.AsSpan(0, depth - 1));
            if (isSibling)
            {
                int expected = _open[depth - 1] + 1;
                return last == expected ? null : Gap(parts, depth, expected);
            }

            // Without a parent's number there is nothing to compare with.
            if (_depth == 0)
            {
                return null;
            }

            bool isChild = _depth >= depth - 1 && parts[..(depth - 1)].SequenceEqual(_open.AsSpan(0, depth - 1));
            if (!isChild)
            {
                string parent = string.Join('.', _open.AsSpan(0, Math.Min(_depth, depth - 1)).ToArray());
                return new LocalText($"đứng dưới mục {parent}", $"stands under {parent}");
            }

            return last <= 1 ? null : Gap(parts, depth, 1);
        }

        private static LocalText Gap(ReadOnlySpan<int> parts, int depth, int expected)
        {
            int[] due = parts[..depth].ToArray();
            due[^1] = expected;
            string number = string.Join('.', due);
            return new LocalText($"đứng ở vị trí của {number}", $"stands where {number} is due");
        }

        private void Open(ReadOnlySpan<int> parts, int depth)
        {
            // A single number that does not go on starts another section, in which numbers may repeat.
            if (depth == 1 && _depth > 0 && parts[0] <= _open[0])
            {
                _seen.Clear();
            }

            parts[..depth].CopyTo(_open);
            _depth = depth;
        }

        private static int Parse(string number, Span<int> parts)
        {
            int depth = 0;
            foreach (Range range in number.AsSpan().Split('.'))
            {
                ReadOnlySpan<char> part = number.AsSpan()[range];
                if (depth == DeepestNumber || part.Length is 0 or > 3 || !int.TryParse(part, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out parts[depth]))
                {
                    return 0;
                }

                depth++;
            }

            return depth;
        }
    }
}
