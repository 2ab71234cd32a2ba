using System.Text.RegularExpressions;

namespace Supply.Tests.House;

/// <summary>A habit of writing that makes readers read twice.</summary>
/// <param name="Name">Its line in the file of counts.</param>
/// <param name="Reason">Why it is one, and what to write instead.</param>
/// <param name="Pattern">Finds it in a passage of plain text.</param>
internal sealed record Tic(string Name, string Reason, Regex Pattern)
{
    /// <summary>All that are counted.</summary>
    public static IReadOnlyList<Tic> All { get; } =
    [
        Of("summary begins with What", "Name the thing: \"Memory of a block\" instead of \"What a block takes\".",
            @"<(?:summary|returns|param name=""\w+"")>\s*What\b"),
        Of("summary begins with Of", "An inverted sentence hides its subject until the end.",
            @"(?:<summary>\s*|[.:] )Of (?:a|an|the|several|all|what|\w+s)\b"),
        Of("without a word", "Write \"silently\".", @"\bwithout a word\b"),
        Of("for want of", "Write \"for lack of\", \"without\" or \"because there is no\".", @"\bfor want of\b"),
        Of("but for", "Write \"except\".", @"(?<!\b[Nn]ot\b[^.;]{0,60})\bbut for\b"),
        Of("beside", "Write \"next to\" for a place, \"besides\" or \"in addition to\" for more of something.", @"\bbeside\b"),
        Of("has not", "Write \"lacks\" or \"does not have\", unless a participle follows.",
            @"\bha(?:s|ve|d) not\b(?! (?:\w+ )?(?:been|\w+ed|\w+en|had|made|met|read|run|said|sent|shown|told|begun|gone|lost|come)\b)"),
        Of("by and by", "Write \"gradually\" or \"later\".", @"\bby and by\b"),
        Of("of its own kind", "Write \"its own\".", @"\bof (?:its|their) own kind\b"),
        Of("comes to", "Write \"amounts to\" or \"is\".", @"\bcomes? to (?:less|more|as|the same|\d)"),
        Of("so far as", "Write \"as far as\" or \"if\".", @"\bso far as\b"),
        Of("is nowhere", "Say where it is, or that it is not counted.", @"\b(?:is|are) nowhere\b"),
        Of("anew", "Write \"again\" or \"from scratch\".", @"\b(?:anew|afresh)\b"),
        Of("is no", "Write \"is not a\".",
            @"(?<![Tt]here )\b(?:is|are|was|were|be) no (?!longer|more\b|less\b|fewer|one\b|other|better|way\b|need\b|\w+er\b)"),
        Of("for as a conjunction", "Write \"because\" or \"since\".",
            @"[,;] for (?:it|they|he|there|nothing|this|these|those|errors)\b"),
        Of("stands in", "Files and pages do not stand: write \"is in\".", @"\bstands? (?:in|at|on|under|behind|there)\b"),
        Of("held to", "Write \"compared with\" or \"tested against\".", @"\b(?:held|holds) (?:to|against)\b"),
        Of("so many", "Name the number: \"up to 16,384 replications\", \"this many\".",
            @"\b(?:so many|so much|so long)\b(?! (?:that|as)\b)"),
        Of("says of", "Write \"says about\".", @"\b(?:say|says|said|told) of\b"),
        Of("multiplied with", "Write \"multiplied by\".", @"\bmultipl(?:y|ied|ies) with\b"),
        Of("left aside", "Write \"ignored\" or \"skipped\".", @"\bleft aside\b"),
        Of("to speak of", "Say how much.", @"\bto speak of\b"),
        Of("can not", "Write \"cannot\".", @"\bcan not\b"),
        Of("asked of", "Write \"requested from\".", @"\basked (?:of|for of)\b"),
        Of("it is to be", "Write \"must\" or \"should\".", @"\b(?:is|are) to be (?!\w+ (?:in|at)\b)"),
        Of("has to", "Write \"must\" for a rule.", @"\b(?:has|have) to be\b"),
        Of("in turns", "Write \"alternately\".", @"\bin turns\b"),
        Of("sentence begins with Who", "Begin with the noun: \"A caller that asks\".",
            @"(?:<summary>\s*|[.:|] )Who (?!vouches|said|published|stands|moves)\w+"),
        Of("nothing of", "Say what is missing.", @"\b[Nn]othing of\b"),
    ];

    private static Tic Of(string name, string reason, string pattern) =>
        new(name, reason, new Regex(pattern, RegexOptions.CultureInvariant));
}
