using System.CommandLine;
using System.Globalization;
using DcCourseIndex.Catalog.DigComp.Learning;
using DcCourseIndex.Catalog.DigComp.Training;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Host.Composition;
using DcCourseIndex.Host.Terminal;

namespace DcCourseIndex.Host.Verbs;

/// <summary><c>train [FOLDER]</c>: learns from labelled listings and writes the tagger's model into the configuration; needs no store.</summary>
internal static class TrainVerb
{
    public static Command Create()
    {
        var folder = new Argument<string?>("FOLDER") { Description = "Labelled listings, *.jsonl (default: training, in the configuration)", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("train", "Trains the competence tagger on labelled listings") { folder };
        command.SetAction(parsed =>
        {
            // A model that cannot be read must not keep anybody from making a new one.
            var installation = Installation.Load(parsed, withModel: false);
            var from = parsed.GetValue(folder) ?? Path.Combine(installation.ConfigFolder, "training");
            var listings = TrainingFiles.Load(from, installation.Frameworks);
            var questions = QuestionFiles.Load(from, installation.Frameworks);
            if (listings.Value is null || questions.Value is null)
            {
                throw new RefusalException([.. listings.Problems, .. questions.Problems]);
            }

            var analysis = TextAnalysis.Load(installation.Settings.Language.Dictionary);
            var models = Path.Combine(installation.ConfigFolder, "models");
            Make(ModelFile.Name, listings.Value);
            if (questions.Value.Count > 0)
            {
                Make(ModelFile.Questions, Trainer.InFewWords(listings.Value, questions.Value));
            }

            Terminals.Say("Run «dccourseindex retag» to tag the catalogue with it; a running service reads it when it starts again.");
            return ExitCode.Done;

            void Make(string name, IReadOnlyList<TrainingListing> examples)
            {
                var started = TimeProvider.System.GetTimestamp();
                var model = new Trainer(analysis, installation.Lexicon, installation.Frameworks).Train(examples);
                ModelFile.Save(model, models, name);
                var file = new FileInfo(Path.Combine(models, name));
                Terminals.Say(string.Create(CultureInfo.InvariantCulture, $"{file.FullName}: {model.Description}, {file.Length / 1024} kB, in {TimeProvider.System.GetElapsedTime(started).TotalSeconds:0} s. Dictionary: {analysis.Dictionary}."));
            }
        });
        return command;
    }
}
