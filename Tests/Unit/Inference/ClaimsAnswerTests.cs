using Supply.Evidence;
using Supply.Inference;

namespace Supply.Tests.Unit.Inference;

/// <summary>Answers about claims, and about the record.</summary>
public class ClaimsAnswerTests
{
    private static readonly Claim share = SmallWar.Of("mine", "Mine", "share",
        SmallWar.Total(Quantity.Fired, SmallWar.Both, Origin.Dprk), SmallWar.Total(Quantity.Fired, SmallWar.Both));

    [Theory]
    [InlineData(0.001, 0.002, "< 1 %")]
    [InlineData(0.0001, 0.99, "> 99 %")]
    public void Claim_IsWeighedByWhatAllSay(double low, double high, string holds)
    {
        var claim = share.Saying(low, high);
        var posterior = SmallWar.Posterior.Asking([claim]);
        var answer = posterior.Answer([claim], Compatibility.Of(posterior.Calibration, 500), SmallWar.DprkShare);
        answer.ToString().Split('\n').Length.ShouldBeLessThanOrEqualTo(Answer.MostLines + 1);
        if (posterior.IsUsable)
        {
            answer.Headline.ShouldEndWith($"and within a tenth it holds with {holds}.");
            answer.Table.Columns.ShouldContain("all witnesses (90 %)");
        }
        else
        {
            answer.Headline.ShouldEndWith("is not settled, because the populations disagree.");
            answer.Table.Columns.ShouldNotContain("all witnesses (90 %)");
            answer.Notes.ShouldContain(posterior.Verdict);
        }
        answer.Table.Rows[0][2].ShouldBe(holds);
    }

    [Fact]
    public void Calibration_IsToldWithItsVerdict()
    {
        var posterior = SmallWar.WithInfluences;
        var answer = posterior.Answer(Validation.ByWitness(posterior));
        answer.Headline.ShouldContain($"the rows {(posterior.IsUsable ? "may be used" : "must not be used")}.");
        answer.Notes[0].ShouldBe(posterior.Verdict);
        answer.Sentences[0].ShouldMatch("^Of [0-9]+ claims that the fit had not seen");
        Should.Throw<ArgumentException>(() => posterior.Answer(Array.Empty<Claim>())).Message.ShouldStartWith("There are no claims");
    }

    [Fact]
    public void Record_FollowsWhatIsMet()
    {
        PlausibilityResult Of(string id, double low, double high, EvidenceRole role) => new(
            new([id], "made", "2024", low, high, "rounds") { Role = role }, Distribution.Of([90, 100, 110]));
        PlausibilityTable Table(params PlausibilityResult[] results) =>
            new("Plan", new Ensemble(3), results, Supply.Cases.Russia2022.Record);
        var answer = Table(Of("E1", 95, 105, EvidenceRole.Input), Of("E2", 200, 300, EvidenceRole.HeldOut),
            Of("E3", 900, 900, EvidenceRole.HeldOut), Of("E4", 50, double.PositiveInfinity, EvidenceRole.HeldOut)).Answer();
        answer.Headline.ShouldBe("The 90 % band of \"Plan\" overlaps 2 of 4 published figures, 1 of the 3 among them "
            + "that the case has not used.");
        answer.Sentences.ShouldContain("The model is above 0 and below 2 of the figures that it misses:");
        answer.Table.Rows.Select(row => row[0]).ShouldBe(["E3", "E2"]);
        Table(Of("E1", 95, 105, EvidenceRole.Input)).Answer().Table.Rows.ShouldBeEmpty();
        Table().Answer().Headline.ShouldBe("Nothing that is published can be compared with \"Plan\".");
    }
}
