using Extractor.Models;

namespace Extractor.Storage.Results;

/// <summary>Takes out of an answer's JSON what it says of the report as a whole: agency, period, number.</summary>
internal static class ReportHeadReader
{
    public static void Read(ref JsonWalk walk, ResultIndexParts parts)
    {
        parts.HasHead = walk.EnterObject();
        while (parts.HasHead && walk.NextProperty())
        {
            if (walk.Is("agency"u8))
            {
                parts.Agency = Stated(ref walk);
            }
            else if (walk.Is("title"u8))
            {
                parts.Title = Stated(ref walk);
            }
            else if (walk.Is("number"u8))
            {
                parts.Number = Stated(ref walk);
            }
            else if (walk.Is("issuedOn"u8))
            {
                parts.IssuedOn = Stated(ref walk);
            }
            else if (walk.Is("level"u8))
            {
                parts.Level = ToValue(ref walk) ? EndOf(ref walk, walk.Word<AdministrativeLevel>()) : null;
            }
            else if (walk.Is("period"u8))
            {
                ReadPeriod(ref walk, parts);
            }
            else
            {
                walk.Skip();
            }
        }
    }

    private static void ReadPeriod(ref JsonWalk walk, ResultIndexParts parts)
    {
        if (!ToValue(ref walk))
        {
            return;
        }

        bool isStated = walk.EnterObject();
        while (isStated && walk.NextProperty())
        {
            if (walk.Is("kind"u8))
            {
                parts.PeriodKind = walk.Word<PeriodKind>();
            }
            else if (walk.Is("year"u8))
            {
                parts.PeriodYear = walk.Integer();
            }
            else if (walk.Is("quarter"u8))
            {
                parts.PeriodPart = walk.Integer() ?? parts.PeriodPart;
            }
            else if (walk.Is("month"u8))
            {
                int? month = walk.Integer();
                parts.PeriodPart ??= month;
            }
            else
            {
                walk.Skip();
            }
        }

        EndOf(ref walk, isStated);
    }

    private static string? Stated(ref JsonWalk walk) => ToValue(ref walk) ? EndOf(ref walk, walk.Text()) : null;

    // What is read of the report is an object with its value, its confidence and its evidence.
    private static bool ToValue(ref JsonWalk walk)
    {
        bool isObject = walk.EnterObject();
        while (isObject && walk.NextProperty())
        {
            if (walk.Is("value"u8))
            {
                return true;
            }

            walk.Skip();
        }

        return false;
    }

    private static T EndOf<T>(ref JsonWalk walk, T value)
    {
        while (walk.NextProperty())
        {
            walk.Skip();
        }

        return value;
    }
}
