using DcCourseIndex.Host.Settings;
using DcCourseIndex.Host.Tests.Processes;

namespace DcCourseIndex.Host.Tests.Settings;

public sealed class AlarmSettingsTests
{
    private const string Sound = """
        alarms:
          webhook: https://hooks.example/secret-path
          webhookSecret: $ALARM_SECRET
          mail:
            to: one@library.example, two@library.example
            from: harvest@library.example
            server: mail.library.example
            user: harvest
            password: $ALARM_MAIL
        """;

    private static readonly Dictionary<string, string> Environment = new() { ["ALARM_SECRET"] = "s3cret", ["ALARM_MAIL"] = "passw0rd" };

    [Fact]
    public void Whom_alarms_are_told_is_read_and_secrets_are_masked()
    {
        var read = Read(Sound, Environment);

        Assert.Empty(read.Problems);
        var alarms = read.Settings.Alarms;
        Assert.Equal(("https://hooks.example/secret-path", "ALARM_SECRET"), (alarms.Webhook!.AbsoluteUri, alarms.WebhookSecret));
        Assert.Equal(["one@library.example", "two@library.example"], alarms.Mail.To);
        Assert.Equal((587, true, "ALARM_MAIL"), (alarms.Mail.Port, alarms.Mail.StartTls, alarms.Mail.Password));
        Assert.Equal(
            ["alarms.mail.password", "alarms.webhook", "alarms.webhookSecret"],
            read.InForce.Where(setting => setting.Value == "********").Select(setting => setting.Key).Order());
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once_and_no_secret_is_repeated()
    {
        var read = Read(
            """
            alarms:
              webhook: http://hooks.example/secret-path
              webhookSecret: plain-s3cret
              mail:
                to: nobody
                port: 465
                tls: maybe
                password: plain-passw0rd
            """,
            Environment);

        var problems = string.Join('\n', read.Problems.Select(problem => problem.ToString()));
        Assert.All(
            ["alarms.webhook:", "alarms.webhookSecret:", "alarms.mail.to:", "alarms.mail.port:", "alarms.mail.tls:", "alarms.mail.password:"],
            key => Assert.Contains(key, problems, StringComparison.Ordinal));
        Assert.All(["secret-path", "plain-s3cret", "plain-passw0rd"], secret => Assert.DoesNotContain(secret, problems, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("alarms:\n  webhookSecret: $ALARM_SECRET", "«alarms.webhook» is not")]
    [InlineData("alarms:\n  webhook: https://a.example\n  webhookSecret: $NOT_THERE", "$NOT_THERE")]
    [InlineData("alarms:\n  mail:\n    to: a@b.example\n    from: c@b.example", "«alarms.mail.server» is not")]
    [InlineData("alarms:\n  mail:\n    to: a@b.example\n    server: m.example", "«alarms.mail.from» is not")]
    [InlineData("alarms:\n  mail:\n    server: m.example", "«alarms.mail.to» is empty")]
    [InlineData("alarms:\n  mail:\n    to: a@b.example\n    from: c@b.example\n    server: m.example\n    user: u", "go together")]
    [InlineData("alarms:\n  mail:\n    to: a@b.example\n    from: c@b.example\n    server: m.example\n    user: u\n    password: $ALARM_MAIL\n    tls: none", "readable over the network")]
    public void Settings_that_do_not_fit_together_are_refused(string text, string words) =>
        Assert.Contains(words, Assert.Single(Read(text, Environment).Problems).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Nobody_is_told_by_default() => Assert.False(Read("contact: \"\"", []).Settings.Alarms is { Webhook: not null } or { Mail.IsOn: true });

    private static SettingsRead Read(string text, Dictionary<string, string> environment)
    {
        using var folder = new TempFolder();
        folder.Write(SettingsFile.Name, text);
        return SettingsFile.Read(folder.Path, environment);
    }
}
