namespace Supply.Analysis;

/// <summary>Checks of analyses before their study is run: <c>using Supply.Analysis;</c> and <c>prepared.CheckLeast(...)</c>.</summary>
public static class PreparedAnalyses
{
    extension(PreparedStudy prepared)
    {
        /// <summary>
        /// Finds before a study is run what <c>study.Least</c> would refuse after it: goals, lever, probability and precision, and a
        /// checkpoint that is a folder, is damaged, holds other runs or cannot be written. Where there is no checkpoint it is begun.
        /// </summary>
        /// <param name="lever">The lever.</param>
        /// <param name="goals">The goals.</param>
        /// <param name="probability">As in <c>study.Least</c>. Default 0.8.</param>
        /// <param name="precision">As in <c>study.Least</c>. Default null.</param>
        /// <param name="checkpoint">As in <c>study.Least</c>. Default null.</param>
        /// <exception cref="ArgumentException">
        /// A goal, the lever or the probability is out of range, all of which are listed; or the checkpoint is of another search.
        /// </exception>
        /// <exception cref="InvalidDataException">The checkpoint is damaged, or a file of another kind or version.</exception>
        /// <exception cref="ScenarioException">The changes of the lever have problems.</exception>
        /// <exception cref="IOException">The checkpoint cannot be written.</exception>
        public void CheckLeast(SettableLever lever, IReadOnlyList<FireGoal> goals, double probability = 0.8, double? precision = null,
            string? checkpoint = null)
        {
            ArgumentNullException.ThrowIfNull(lever);
            ArgumentNullException.ThrowIfNull(goals);
            var width = StudyAnalyses.Width(lever, probability, precision);
            var search = new LeastSearch(LeastGround.Of(prepared), lever, [.. goals]);
            search.CheckDates();
            new KeptAnswers(checkpoint, () => search.Identity(width)).Begin();
        }
    }
}
