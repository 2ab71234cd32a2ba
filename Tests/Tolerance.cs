namespace Supply.Tests;

/// <summary>Every tolerance the tests use, with its reason.</summary>
internal static partial class Tolerance
{
    /// <summary>The bound that the documentation of Exp states, in ulp; the worst of 60,000 points was 0.83.</summary>
    public const double ExpUlps = 1.0;

    /// <summary>The bound that the documentation of Log states, in ulp; the worst of 60,000 points was 0.61.</summary>
    public const double LogUlps = 1.0;

    /// <summary>The bound that the documentation of InverseNormal states, in ulp; the worst of 30,000 points was 4.3.</summary>
    public const double InverseNormalUlps = 6.0;

    /// <summary>
    /// Standard errors allowed to a statistic of a fixed-seed sample: passed by chance 1 time in 1.7 million, so a failure
    /// is an error in the generator.
    /// </summary>
    public const double StandardErrors = 5.0;

    /// <summary>Two ways to add up some thousand probabilities.</summary>
    public const double Probability = 1e-12;

    /// <summary>The bound that MODEL.md states for a quantile of a gamma number.</summary>
    public const double StepQuantile = 1e-9;

    /// <summary>NIST certifies 15 digits of a mean; sums of a thousand values keep 13.</summary>
    public const double NistMean = 1e-13;

    /// <summary>
    /// Nine digits of a standard deviation: the values of the hardest set have eight digits before the first that differs, which leaves
    /// eight of the sixteen digits of a double.
    /// </summary>
    public const double NistDeviation = 1e-8;

    /// <summary>The share of opening plus inflow within which books close, as the model promises.</summary>
    public const double Books = 1e-9;

    /// <summary>
    /// A relative difference that rounding alone explains: some hundred steps of a few dozen operations of 1e-16 each, with
    /// three digits to spare.
    /// </summary>
    public const double Rounding = 1e-11;

    /// <summary>Effect of rounding on one step's flow, which is read as the difference of running sums of all earlier ones.</summary>
    public static double OfSum(double[] flows) => Rounding * Math.Max(1, flows.Sum());

    /// <summary>
    /// How far two ways of computing the same model may differ, relative to the largest value: sums in another order, which the feedback
    /// from stocks to dispatch and rationing may enlarge.
    /// </summary>
    public const double SameModel = 1e-9;

    /// <summary>
    /// Rounds a day between the median of a fifth of 400 drawn values and that of its range: the values of a fifth of 80 to 120, halved,
    /// reach over 4 a day, and the standard error of the median of 80 is a fiftieth of a reach of 40 in the widest case.
    /// </summary>
    public const double MedianOfAFifth = 2.5;

    /// <summary>The density of 10,000 values is straight between the ranks from which the noise of their median is read, to this.</summary>
    public const double StraightDensity = 1e-5;

    /// <summary>The rest of a start-up, as a share, after 300 days of forgetting a fifth each day: only rounding.</summary>
    public const double SteadyState = 1e-9;

    /// <summary>
    /// How far cohorts of two days are from a stack of days, as a share of all that was fired: measured 0.0009.
    /// </summary>
    public const double CohortsEveryOtherDay = 0.002;

    /// <summary>The same for cohorts of a week: measured 0.003.</summary>
    public const double CohortsOfAWeek = 0.005;

    /// <summary>
    /// How far means in steps of a week are from those in steps of a day, as a share, where a road takes 2 to 9 days: measured
    /// 0.021, where stocks run out.
    /// </summary>
    public const double StepsOfAWeek = 0.03;

    /// <summary>The same for cohorts of a month: measured 0.02; drawn in proportion it is 0.1.</summary>
    public const double CohortsOfAMonth = 0.03;

    /// <summary>
    /// How much narrower than the year before a sampled 90 percent width may be: the error of two widths from 2,000 replications, 4
    /// percent each at three standard errors, when the true widths are equal.
    /// </summary>
    public const double SampledWidth = 0.92;

    /// <summary>
    /// The twin and the engines add in another order and use other elementary functions; some thousand operations of 1e-16
    /// each, some of them differences, stay within it.
    /// </summary>
    public const double TwinRelative = 1e-9;

    /// <summary>
    /// Below it differences between the twin and the engines are rounding: the rest of a used-up stock of ten million rounds, or of a sum
    /// over the horizon subtracted from another.
    /// </summary>
    public const double TwinFloor = 1e-8;

    /// <summary>
    /// The bound that the documentation of the PERT quantile states, as a share of the range; the worst of 12 shapes was 5.3e-14.
    /// </summary>
    public const double PertQuantile = 1e-13;

    /// <summary>
    /// The width of a bin of the histograms that large ensembles are reduced to: 1/256 of the value, as their documentation says.
    /// </summary>
    public const double HistogramBin = 1.0 / 256;

    /// <summary>The precision that Vensim prints: six digits of a number, or of the 1 by which flows are raised.</summary>
    public static double SixDigits(double value) => 1e-5 * Math.Max(1, Math.Abs(value));

    /// <summary>
    /// The error of Euler's method per day of the time step, for delays of 30 days and up to 12 stages: half the curvature that the
    /// response gathers, at most 0.05 a day here.
    /// </summary>
    public const double EulerStep = 0.05;

    /// <summary>Below this an error of Euler's method is too small, or too near a change of its sign, for its ratio to tell.</summary>
    public const double EulerTelling = 1e-5;

    /// <summary>How far from 2 the ratio of two errors may be when the time step is halved: the contribution of the second order.</summary>
    public const double EulerRatio = 0.15;

    /// <summary>A squared deviation from a mean of a million loses ten of sixteen digits, and the mean itself one.</summary>
    public const double SumOfSquares = 1e-9;

    /// <summary>The trace is printed with ten decimals; four digits are left for the order of additions over 100 steps.</summary>
    public const double StockpylTrace = 1e-6;

    /// <summary>Vensim prints six digits, and its search for the clearing price leaves up to 6e-6.</summary>
    public const double VensimPrinted = 1e-4;

    /// <summary>
    /// Monte Carlo errors, theirs and ours together, between two means of a posterior: the pass rule of the file of references.
    /// </summary>
    public const double PosteriorErrors = 4;

    /// <summary>Between two standard deviations of a posterior: the pass rule of the file; the tail of tau is heavy.</summary>
    public static double PosteriorDeviation(string parameter) => parameter == "tau" ? 0.1 : 0.05;

    /// <summary>Between standard deviations where the sampler refuses its own result: -9 to +2 % were seen in six seeds.</summary>
    public const double RefusedDeviation = 0.2;

    /// <summary>Chi-square with 15 degrees of freedom passes it by chance 1 time in 7,000.</summary>
    public const double ChiSquare15 = 42;

    /// <summary>For a standard deviation or a variance from 4,096 particles: 5 standard errors of 1.1 percent, or of twice that.</summary>
    public const double SampledDeviation = 0.06;

    /// <summary>For a mean, in standard deviations, from 4,096 particles of which three quarters count: 5 standard errors.</summary>
    public const double SampledMean = 0.09;

    /// <summary>For a log evidence from four populations of 1,024 with some ten exponents: 5 standard errors of 0.03 each.</summary>
    public const double SampledEvidence = 0.15;

    /// <summary>
    /// For a probability of about one third from 4,096 particles that change sides only when resampled: 5 standard errors of 0.015.
    /// </summary>
    public const double SampledShare = 0.075;

    /// <summary>The bound that the documentation of the normal distribution function states, relative.</summary>
    public const double NormalCurve = 1e-14;

    /// <summary>The probability beyond 4.6 standard deviations, twice, and the error of 4,000 midpoints.</summary>
    public const double CutTails = 1e-5;

    /// <summary>In standard deviations: the score is made of 100 quantiles, of which the outermost represent the tails.</summary>
    public const double ScorePoints = 0.01;

    /// <summary>Chi-square with 7 degrees of freedom passes it by chance 1 time in 58,000.</summary>
    public const double ChiSquare7 = 34;

    /// <summary>
    /// A normal coordinate is kept in single precision, 6e-8 of at most 6; the widest number here is a factor e for 2.4 of it.
    /// </summary>
    public const double SinglePrecision = 1e-6;

    /// <summary>
    /// For a mean, or twice that for a deviation, in standard deviations, from 512 rows of which half count: 5 standard errors.
    /// </summary>
    public const double FewRows = 5 / 16.0;

    /// <summary>Sobol indices at 8,192 base points: the pass rule of the file of referees.</summary>
    public const double SobolIndex = 0.005;

    /// <summary>Sobol indices of fields of two colours at 1,024 base points: three standard errors of half a square of 0 or 1.</summary>
    public const double SobolIndexOfAChequer = 0.1;

    /// <summary>Sobol indices of a smooth function of two numbers at 512 base points: three of its bootstrap errors.</summary>
    public const double SobolIndexOfAScenario = 0.03;

    /// <summary>Two means of 1,000 effects each, theirs and ours: the pass rule of the file of referees.</summary>
    public const double MorrisMean = 0.03;

    /// <summary>Sums over 128 points squared, of terms around 1.</summary>
    public const double Discrepancy = 1e-12;

    /// <summary>A limit found in 1,000 rows: a peel of a twentieth of the box, of which pasting gives back a part.</summary>
    public const double APeel = 0.05;

    /// <summary>
    /// Rows that a planted box of 200 to 660 rows and the one that is found have in common, of those in either: the outcome is wrong in a
    /// twentieth of the rows, and each of up to six ends is off by up to a peel, a twentieth of the box.
    /// </summary>
    public const double SharedByTwoBoxes = 0.7;

    /// <summary>Planted boxes with a limit more than was planted, at a level of a twentieth and with some choice among limits.</summary>
    public const double BoxesWithChance = 0.1;

    /// <summary>Five standard errors of the mean of 20,000 gains with a deviation of 1.3.</summary>
    public const double ValueOfKnowing = 0.05;

    /// <summary>
    /// A share of variance from 2,000 runs in 22 classes: three standard errors, and what a class leaves of its own width.
    /// </summary>
    public const double ShareOfVariance = 0.03;

    /// <summary>A least share: 1e-11 of rounds that may be rounding, over the slope of supply by share.</summary>
    public const double LeastShare = 1e-10;
}
