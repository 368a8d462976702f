using System.Security.Cryptography;
using Extractor.Api.Webhooks;
using Extractor.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace Extractor.Api.Tests.Webhooks;

public sealed class WebhookSecretTests
{
    [Fact]
    public void A_message_is_signed_as_the_standard_says()
    {
        // Made with openssl from the secret and the message of the specification's examples.
        byte[] secret = Convert.FromBase64String("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        string signature = WebhookSecret.SignatureOf(
            secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", DateTimeOffset.FromUnixTimeSeconds(1614265330), "{\"test\": 2432232314}");

        Assert.Equal("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", signature);
    }

    [Fact]
    public void Secrets_are_random_and_stored_so_that_only_the_service_can_read_them()
    {
        var secrets = new WebhookSecret(new EphemeralDataProtectionProvider());

        (string text, byte[] stored) = secrets.Create();
        byte[] secret = Convert.FromBase64String(text["whsec_".Length..]);

        Assert.Equal(32, secret.Length);
        Assert.NotEqual(text, secrets.Create().Text);
        Assert.True(stored.AsSpan().IndexOf(secret) < 0);
        Assert.Equal(
            WebhookSecret.SignatureOf(secret, "a", DateTimeOffset.UnixEpoch, "b"),
            secrets.Sign(new WebhookSecrets(stored, null), "a", DateTimeOffset.UnixEpoch, "b"));
        Assert.Throws<CryptographicException>(() => new WebhookSecret(new EphemeralDataProtectionProvider())
            .Sign(new WebhookSecrets(stored, null), "a", DateTimeOffset.UnixEpoch, "b"));
    }
}
