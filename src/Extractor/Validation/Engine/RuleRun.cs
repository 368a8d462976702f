using Extractor.Models;

namespace Extractor.Validation.Engine;

/// <summary>Judges all checks of a schema on one report.</summary>
internal static class RuleRun
{
    /// <summary>One instance for each check and scope that gives a verdict; one that abstains where none does.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="cells">What the report states.</param>
    /// <param name="level">Level of government of the report; null if unknown.</param>
    /// <param name="most">Instances judged at most.</param>
    public static List<CheckedInstance> Judge(CompiledRules rules, CellTable cells, AdministrativeLevel? level, int most)
    {
        var evaluator = new CheckEvaluator(rules, cells);
        var instances = new List<CheckedInstance>(rules.Checks.Length);
        foreach (CompiledCheck check in rules.Checks)
        {
            if (instances.Count + 2 > most)
            {
                break;
            }

            if (!check.Rule.Levels.IsEmpty && (level is not { } known || !check.Rule.Levels.Contains(known)))
            {
                instances.Add(new CheckedInstance(check, CheckScope.Tables, new Verdict(CheckOutcome.CannotTell, 0, 0, Abstention.OtherLevel), []));
                continue;
            }

            Judge(check, evaluator, instances);
        }

        return instances;
    }

    // Tables and prose are each judged by themselves; what neither has in full may be complete in both together.
    private static void Judge(CompiledCheck check, CheckEvaluator evaluator, List<CheckedInstance> instances)
    {
        bool isTold = Add(check, CheckScope.Tables, evaluator, instances) | Add(check, CheckScope.Prose, evaluator, instances);
        if (!isTold && !Add(check, CheckScope.Both, evaluator, instances))
        {
            CheckScope scope = evaluator.UsesTables ? CheckScope.Both : evaluator.Uses.Count > 0 ? CheckScope.Prose : CheckScope.Tables;
            Verdict abstention = evaluator.Judge(check, scope);
            instances.Add(new CheckedInstance(check, scope, abstention, [.. evaluator.Uses]));
        }
    }

    private static bool Add(CompiledCheck check, CheckScope scope, CheckEvaluator evaluator, List<CheckedInstance> instances)
    {
        Verdict verdict = evaluator.Judge(check, scope);
        // Without a figure of a table there is no form whose missing rows could mean 0.
        if (verdict.Outcome == CheckOutcome.CannotTell || (scope == CheckScope.Both && !evaluator.UsesTables))
        {
            return false;
        }

        instances.Add(new CheckedInstance(check, scope, verdict, [.. evaluator.Uses]));
        return true;
    }
}
