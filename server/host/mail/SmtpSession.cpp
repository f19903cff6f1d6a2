// SPDX-License-Identifier: Apache-2.0
#include "mail/SmtpSession.h"

#include <Poco/Net/DialogSocket.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/SecureStreamSocket.h>
#include <Poco/Net/SocketAddress.h>
#include <Poco/Net/SocketStream.h>
#include <Poco/Timespan.h>

#include <algorithm>
#include <cctype>
#include <utility>

namespace congvu::host {

namespace {

constexpr int kConnectSeconds = 20;
constexpr int kAnswerSeconds = 60;
/// RFC 5321, section 4.5.3.2.6: a server may take ten minutes after the final dot, and who gives up sooner makes doubles.
constexpr int kFinalAnswerSeconds = 600;

Poco::Net::Context::Ptr tlsContext(const std::string& authorities) {
    Poco::Net::Context::Params params;
    params.caLocation = authorities;
    params.loadDefaultCAs = authorities.empty();
    params.verificationMode = Poco::Net::Context::VERIFY_STRICT;
    Poco::Net::Context::Ptr context = new Poco::Net::Context(Poco::Net::Context::TLS_CLIENT_USE, params);
    context->requireMinimumProtocol(Poco::Net::Context::PROTO_TLSV1_2);
    context->enableExtendedCertificateVerification(true);
    return context;
}

Poco::Net::StreamSocket connected(const MailSetup& setup) {
    Poco::Net::StreamSocket socket;
    socket.connect(Poco::Net::SocketAddress(setup.host, setup.port), Poco::Timespan(kConnectSeconds, 0));
    socket.setReceiveTimeout(Poco::Timespan(kAnswerSeconds, 0));
    socket.setSendTimeout(Poco::Timespan(kAnswerSeconds, 0));
    if (setup.security != MailSecurity::tls) {
        return socket;
    }
    return Poco::Net::SecureStreamSocket::attach(socket, setup.host, tlsContext(setup.authorities));
}

/// "AUTH PLAIN LOGIN" of the greeting, in capitals.
bool isOffered(const std::string& greeting, const std::string& mechanism) {
    std::string capitals = greeting;
    std::ranges::transform(capitals, capitals.begin(), [](unsigned char letter) { return static_cast<char>(std::toupper(letter)); });
    const auto auth = capitals.find("AUTH");
    return auth != std::string::npos && capitals.find(mechanism, auth) != std::string::npos;
}

/// RFC 5321, section 4.5.2: a dot more where a line begins with one. (Poco's MailOutputStream doubles only lines of a single dot.) Ends
/// with a line end.
std::string dotted(const std::string& content) {
    std::string wire;
    wire.reserve(content.size() + content.size() / 64);
    bool isLineStart = true;
    for (const char byte : content) {
        if (isLineStart && byte == '.') {
            wire += '.';
        }
        wire += byte;
        isLineStart = byte == '\n';
    }
    return isLineStart ? wire : wire + "\r\n";
}

/// An answer begins with three digits (RFC 5321, section 4.2). Poco answers 0 where the server goes without one: that is no answer.
SmtpReply answered(int status, std::string text) {
    constexpr int kLeastStatus = 200;
    if (status < kLeastStatus) {
        throw Poco::Net::SMTPException("the server closed the connection without an answer");
    }
    return {status, std::move(text)};
}

}  // namespace

SmtpSession::SmtpSession(const MailSetup& setup) : Poco::Net::SMTPClientSession(connected(setup)), setup_(setup) {
    setTimeout(Poco::Timespan(kAnswerSeconds, 0));
}

void SmtpSession::begin() {
    std::string offered;
    login(ownName(), offered);
    if (setup_.security == MailSecurity::startTls) {
        secure();
        login(ownName(), offered);
    }
    if (!setup_.user.empty()) {
        signIn(offered);
    }
}

void SmtpSession::secure() {
    const auto reply = say("STARTTLS");
    if (!reply.isDone()) {
        throw Poco::Net::SMTPException("no STARTTLS", reply.text, reply.status);
    }
    // Whatever came in clear after the answer is forgotten with the old socket.
    socket() = Poco::Net::SecureStreamSocket::attach(socket(), setup_.host, tlsContext(setup_.authorities));
    setTimeout(Poco::Timespan(kAnswerSeconds, 0));
}

void SmtpSession::signIn(const std::string& offered) {
    if (setup_.security == MailSecurity::none) {
        throw Poco::Net::SMTPException("a password is sent over TLS only");
    }
    if (isOffered(offered, "PLAIN")) {
        loginUsingPlain(setup_.user, setup_.password);
    } else if (isOffered(offered, "LOGIN")) {
        loginUsingLogin(setup_.user, setup_.password);
    } else {
        throw Poco::Net::SMTPException("the server offers neither AUTH PLAIN nor AUTH LOGIN");
    }
}

std::string SmtpSession::ownName() {
    // RFC 5321, section 4.1.4: an address literal where a host has no name that others know.
    const auto own = socket().address().host();
    return (own.family() == Poco::Net::IPAddress::IPv6 ? "[IPv6:" : "[") + own.toString() + ']';
}

SmtpReply SmtpSession::say(const std::string& command) {
    std::string text;
    const int status = sendCommand(command, text);
    return answered(status, std::move(text));
}

SmtpReply SmtpSession::handOver(const std::string& content) {
    Poco::Net::SocketOutputStream wire(socket());
    wire << dotted(content) << ".\r\n";
    wire.flush();
    setTimeout(Poco::Timespan(kFinalAnswerSeconds, 0));
    std::string text;
    const int status = socket().receiveStatusMessage(text);
    setTimeout(Poco::Timespan(kAnswerSeconds, 0));
    return answered(status, std::move(text));
}

}  // namespace congvu::host
