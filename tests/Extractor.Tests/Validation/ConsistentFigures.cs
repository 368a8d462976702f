namespace Extractor.Tests.Validation;

/// <summary>Figures of an invented report that keep every rule: parts first, totals from them; what a form does not print is 0.</summary>
internal sealed class ConsistentFigures
{
    private readonly Dictionary<string, decimal> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _form;
    private readonly Random _random;
    private readonly bool _isCommune;

    public ConsistentFigures(IEnumerable<string> codes, bool isCommune, Random random)
    {
        _form = [.. codes];
        _random = random;
        _isCommune = isCommune;
        Dossiers();
        Procedures();
        Documents();
        People();
        Work();
        Services();
    }

    /// <summary>The figure of a code; null where it is none of the modelled ones.</summary>
    public decimal? this[string code] => _values.TryGetValue(code, out decimal value) ? value : null;

    private void Dossiers()
    {
        foreach (string channel in (string[])["in_person", "postal", "online_l3", "online_l4"])
        {
            Levels($"dossiers.received.{channel}", Has("dossiers.received.online") && channel.StartsWith("online", StringComparison.Ordinal) ? 900 : 4000);
        }

        bool hasLevels = HasAny("dossiers.received.online_l3", "dossiers.received.online_l4") || HasBelow("dossiers.received.online_l3");
        _values["dossiers.received.online"] = hasLevels
            ? this["dossiers.received.online_l3"]!.Value + this["dossiers.received.online_l4"]!.Value
            : Has("dossiers.received.online") ? Next(6000) : 0;
        decimal channels = _values["dossiers.received.in_person"] + _values["dossiers.received.postal"] + _values["dossiers.received.online"];
        decimal received = _values["dossiers.received"] = channels == 0 ? 200 + Next(9000) : channels;
        _values["dossiers.online_base"] = received;
        Rate("dossiers.online_rate", _values["dossiers.received.online"], received);
        decimal carried = _values["dossiers.carried_over"] = Next(60);
        decimal requested = _values["dossiers.requested"] = received + carried;
        decimal inTime = _values["dossiers.pending.in_time"] = Next((int)Math.Min(90, (requested / 4) + 1));
        decimal overdue = _values["dossiers.pending.overdue"] = Next((int)Math.Min(9, (requested / 8) + 1));
        _values["dossiers.pending"] = inTime + overdue;
        _values["dossiers.overdue"] = overdue;
        decimal resolved = _values["dossiers.resolved"] = requested - inTime - overdue;
        decimal late = _values["dossiers.resolved.late"] = Has("dossiers.resolved.late") ? Next((int)Math.Min(80, (resolved / 5) + 1)) : 0;
        decimal good = _values["dossiers.resolved.early_or_on_time"] = resolved - late;
        decimal early = _values["dossiers.resolved.early"] = Has("dossiers.resolved.early") ? Next((int)good + 1) : 0;
        _values["dossiers.resolved.on_time"] = good - early;
        Rate("dossiers.on_time_rate", good, resolved);
        decimal rest = resolved;
        foreach (string level in (string[])["department", "district", "commune"])
        {
            bool isLast = level == "commune" || !Has("dossiers.resolved.commune");
            decimal share = isLast ? rest : Next((int)rest + 1);
            rest = _isCommune ? rest : rest - share;
            _values[$"dossiers.resolved.{level}"] = share;
            string[] parts = [.. ((string[])["in_person", "postal", "online_l3", "online_l4"]).Select(c => $"dossiers.on_time.{level}.{c}")];
            decimal onTime = _isCommune && level == "district" ? 0 : Next((int)share + 1);
            _values[$"dossiers.on_time.{level}"] = onTime;
            Partition(onTime, parts);
            Rate($"dossiers.on_time_rate.{level}", onTime, share);
        }

        Levels("dossiers.on_time.land", 300);
        Levels("dossiers.on_time.construction", 200);
        foreach (string place in (string[])["provincial_portal", "own_site"])
        {
            decimal shown = _values[$"publicity.{place}"] = Next((int)resolved + 1);
            Partition(_isCommune ? 0 : shown, $"publicity.{place}.district", $"publicity.{place}.commune");
            _values[$"publicity.{place}.commune"] += _isCommune ? shown : 0;
        }

        _values["publicity.results"] = resolved;
        Levels("publicity.apologies", 9);
    }

    private void Procedures()
    {
        string[] parts = ["province", "district", "commune", "vertical"];
        decimal total = 0;
        foreach (string part in parts)
        {
            bool isThere = Has($"procedures.catalogue.total.{part}") && !(_isCommune && part == "district");
            total += _values[$"procedures.catalogue.total.{part}"] = isThere ? 150 + Next(300) : 0;
        }

        _values["procedures.catalogue.total"] = total = total == 0 ? 200 + Next(400) : total;
        _values["procedures.catalogue.new"] = Next(30);
        _values["procedures.catalogue.abolished"] = Next(30);
        _values["procedures.portal.published"] = total;
        foreach (string level in (string[])["district", "commune"])
        {
            _values[$"procedures.one_stop.{level}"] = 20 + Next(60);
        }

        Levels("procedures.interlinked.same_level", 30);
        Levels("procedures.interlinked.cross_level", 30);
        decimal eligible = _values["procedures.online_payment.eligible"] = 40 + Next(60);
        Levels("procedures.online_payment", 40);
        Rate("procedures.online_payment.rate", _values["procedures.online_payment"], eligible);
        Quotient("feedback.resolution_rate", "feedback.resolved", "feedback.received", 40);
    }

    private void Documents()
    {
        Present("institutions.legal_docs.issued", 30, "province", "district", "commune");
        foreach (string step in (string[])["inspection", "review"])
        {
            decimal seen = _values[step == "review" ? "institutions.legal_docs.reviewed" : "institutions.legal_docs.inspected"] = 20 + Next(80);
            decimal due = _values[$"institutions.legal_docs.{step}.to_handle"] = Next((int)seen);
            decimal done = _values[$"institutions.legal_docs.{step}.handled"] = Next((int)due + 1);
            Rate($"institutions.legal_docs.{step}.rate", done, due);
        }

        decimal recommended = _values["institutions.legal_docs.recommended"] = Next(20);
        _values["institutions.legal_docs.recommended_handled"] = Next((int)recommended + 1);
        decimal outgoing = _values["egov.documents.outgoing"] = 100 + Next(3000);
        decimal electronic = _values["egov.documents.fully_electronic"] = Next((int)outgoing + 1);
        Rate("egov.documents.fully_electronic_rate", electronic, outgoing);
        Rate("egov.documents.usage_rate", electronic, outgoing);
        _values["egov.documents.parallel_rate"] = Next(1 + (int)(99 - _values["egov.documents.fully_electronic_rate"] > 0 ? 99 - _values["egov.documents.fully_electronic_rate"] : 0));
        _values["egov.documents.incoming"] = Next(4000);
    }

    private void People()
    {
        Present("apparatus.staff.assigned", 60, "officials", "civil_servants");
        _values["apparatus.staff.present"] = Next((int)_values["apparatus.staff.assigned"] + 1);
        decimal employees = _values["apparatus.public_employees.assigned"] = 50 + Next(900);
        _values["apparatus.public_employees.present"] = Next((int)employees + 1);
        string[] first = ["education", "other"];
        string[] second = ["province", "department", "commune"];
        Present("apparatus.public_units", 80, [.. first.Any(p => Has($"apparatus.public_units.{p}")) ? first : second]);
        decimal partial = Present("finance.autonomy.partial", 60, "from_70", "from_30", "from_10");
        decimal others = 0;
        foreach (string kind in (string[])["full", "recurrent", "state_funded"])
        {
            others += _values[$"finance.autonomy.{kind}"] = Next(60);
        }

        _values["finance.autonomy.units"] = partial + others;
        decimal leaders = Present("civil_service.discipline.leaders", 5, "province", "department", "district", "division", "commune");
        Levels("civil_service.discipline.civil_servants", 9);
        decimal servants = _values["civil_service.discipline.civil_servants"];
        decimal publicOnes = _values["civil_service.discipline.public_employees"] = Has("civil_service.discipline.public_employees") ? Next(9) : 0;
        _values["civil_service.discipline"] = leaders + servants + publicOnes;
    }

    private void Work()
    {
        Quotient("direction.plan.completion_rate", "direction.plan.tasks_completed", "direction.plan.tasks_planned", 80);
        Quotient("direction.inspection.resolution_rate", "direction.inspection.findings_resolved", "direction.inspection.findings", 40);
        Quotient("finance.public_investment.rate", "finance.public_investment.spent", "finance.public_investment.planned", 90000);
        foreach (string giver in (string[])[".by_city", ".by_province", ""])
        {
            decimal total = 0;
            foreach (string step in (string[])["on_time", "late", "overdue", "in_progress"])
            {
                decimal tasks = giver.Length > 0 ? Next(40)
                    : HasBelow($"direction.assigned.{step}") ? this[$"direction.assigned.{step}.by_city"]!.Value + this[$"direction.assigned.{step}.by_province"]!.Value : Next(60);
                total += _values[$"direction.assigned.{step}{giver}"] = tasks;
            }

            _values[$"direction.assigned.total{giver}"] = total;
        }

        if (HasBelow("direction.assigned.total"))
        {
            _values["direction.assigned.total.by_province"] = _values["direction.assigned.total"] - _values["direction.assigned.total.by_city"];
        }
    }

    private void Services()
    {
        _values["egov.services.level3"] = Next(90);
        _values["egov.services.level4"] = Next(90);
        foreach (string scope in (string[])["partial", "full"])
        {
            decimal eligible = _values[$"egov.services.{scope}.eligible"] = 30 + Next(300);
            decimal provided = _values[$"egov.services.{scope}.provided"] = Next((int)eligible + 1);
            _values[$"egov.services.{scope}.used"] = Next((int)provided + 1);
            Rate($"egov.services.{scope}.rate", provided, eligible);
            Quotient($"egov.services.{scope}.dossiers_online_rate", $"egov.services.{scope}.dossiers_online", $"egov.services.{scope}.dossiers", 5000);
        }

        decimal total = _values["egov.services.national_portal.total"] = _values["egov.services.partial.provided"] + _values["egov.services.full.provided"];
        decimal integrated = _values["egov.services.national_portal.integrated"] = Next((int)total + 1);
        Rate("egov.services.national_portal.rate", integrated, total);
        Quotient("egov.services.used_rate", "egov.services.with_online_dossiers", "egov.services.with_dossiers", 300);
    }

    private void Levels(string total, int most)
    {
        decimal district = Has(total + ".district") && !_isCommune ? Next(most) : 0;
        decimal commune = Has(total + ".commune") ? Next(most) : 0;
        _values[total + ".district"] = district;
        _values[total + ".commune"] = commune;
        _values[total] = HasBelow(total) ? district + commune : Has(total) ? Next(most) : 0;
    }

    // A total of the parts the form prints; without any, a figure of its own.
    private decimal Present(string total, int most, params string[] parts)
    {
        decimal sum = 0;
        foreach (string part in parts)
        {
            sum += _values[$"{total}.{part}"] = Has($"{total}.{part}") && !(_isCommune && part == "district") ? Next(most) : 0;
        }

        return _values[total] = parts.Any(p => Has($"{total}.{p}")) ? sum : Has(total) ? Next(most) : 0;
    }

    private void Partition(decimal total, params string[] parts)
    {
        string[] there = [.. parts.Where(Has)];
        foreach (string part in parts)
        {
            _values[part] = 0;
        }

        for (int i = 0; i < there.Length; i++)
        {
            decimal share = i == there.Length - 1 ? total : Next((int)total + 1);
            _values[there[i]] = share;
            total -= share;
        }
    }

    private void Quotient(string rate, string part, string whole, int most)
    {
        decimal all = _values[whole] = Next(most);
        decimal some = _values[part] = Next((int)all + 1);
        Rate(rate, some, all);
    }

    // A rate of nothing is written as '-', which -1 stands for.
    private void Rate(string rate, decimal part, decimal whole) =>
        _values[rate] = whole == 0 ? -1 : decimal.Round(part / whole * 100, _random.Next(1, 3), MidpointRounding.AwayFromZero);

    private bool Has(string code) => _form.Contains(code);

    private bool HasAny(params string[] codes) => codes.Any(Has);

    private bool HasBelow(string code) => _form.Any(c => c.Length > code.Length && c.StartsWith(code + ".", StringComparison.Ordinal));

    private decimal Next(int most) => _random.Next(Math.Max(1, most));
}
