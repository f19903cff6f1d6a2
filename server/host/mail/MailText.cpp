// SPDX-License-Identifier: Apache-2.0
#include "mail/MailText.h"

#include <Poco/Base64Encoder.h>
#include <Poco/DateTimeFormat.h>
#include <Poco/DateTimeFormatter.h>
#include <Poco/Net/MessageHeader.h>
#include <Poco/Net/MultipartWriter.h>
#include <Poco/Net/QuotedPrintableEncoder.h>
#include <Poco/Timestamp.h>

#include <algorithm>
#include <sstream>

namespace congvu::host {

namespace {

constexpr std::size_t kEncodedWordBytes = 45;  // in Base64 60 letters, with "=?UTF-8?B?" and "?=" 72 of the 75 that RFC 2047 allows
constexpr std::size_t kLongestPlainHeader = 60;

bool isContinuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

std::string withoutBreaks(std::string_view text) {
    std::string clean{text};
    std::ranges::replace_if(
        clean, [](char byte) { return static_cast<unsigned char>(byte) < 0x20U || byte == 0x7F; }, ' ');
    return clean;
}

std::string base64(std::string_view bytes) {
    std::ostringstream out;
    Poco::Base64Encoder encoder(out);
    encoder.rdbuf()->setLineLength(0);
    encoder.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    encoder.close();
    return out.str();
}

/// Where the text may be cut at the latest without tearing a character apart.
std::size_t cutOf(std::string_view text) {
    auto cut = std::min(text.size(), kEncodedWordBytes);
    while (cut < text.size() && cut > 0 && isContinuation(text[cut])) {
        --cut;
    }
    return cut == 0 ? std::min(text.size(), kEncodedWordBytes) : cut;
}

/// Encoded words, one a line.
std::string encodedWords(std::string_view text) {
    std::string words;
    while (!text.empty()) {
        const auto cut = cutOf(text);
        words += (words.empty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") + base64(text.substr(0, cut)) + "?=";
        text.remove_prefix(cut);
    }
    return words;
}

std::string plainName(std::string_view name) {
    std::string plain{name};
    const auto isPlain = [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') || letter == '.' ||
               letter == '_';
    };
    std::ranges::replace_if(
        plain, [&](char letter) { return !isPlain(letter); }, '-');
    return plain;
}

void writeText(Poco::Net::MultipartWriter& parts, std::string_view text) {
    Poco::Net::MessageHeader header;
    header.set("Content-Type", "text/plain; charset=UTF-8");
    header.set("Content-Transfer-Encoding", "quoted-printable");
    parts.nextPart(header);
    Poco::Net::QuotedPrintableEncoder encoder(parts.stream());
    for (const char byte : text) {
        if (byte == '\n') {
            encoder << '\r';
        }
        if (byte != '\r') {
            encoder << byte;
        }
    }
    encoder.close();
}

void writeAttachment(Poco::Net::MultipartWriter& parts, const mail::Attachment& attachment) {
    const auto name = plainName(attachment.name);
    Poco::Net::MessageHeader header;
    header.set("Content-Type", withoutBreaks(attachment.mediaType) + "; name=\"" + name + '"');
    header.set("Content-Disposition", "attachment; filename=\"" + name + '"');
    header.set("Content-Transfer-Encoding", "base64");
    parts.nextPart(header);
    Poco::Base64Encoder encoder(parts.stream());
    encoder.write(attachment.bytes.data(), static_cast<std::streamsize>(attachment.bytes.size()));
    encoder.close();
}

std::string domainOf(const std::string& address) {
    return address.substr(address.find('@') + 1);
}

}  // namespace

std::string headerWords(std::string_view utf8) {
    const auto text = withoutBreaks(utf8);
    const bool isPlain = text.size() <= kLongestPlainHeader && text.find("=?") == std::string::npos &&
                         std::ranges::all_of(text, [](char byte) { return static_cast<unsigned char>(byte) < 0x80U; });
    return isPlain ? text : encodedWords(text);
}

std::string mailText(const mail::Message& message, const MailSetup& sender, Timestamp now) {
    const Poco::Timestamp at{now.time_since_epoch().count() * 1'000};
    const auto boundary = Poco::Net::MultipartWriter::createBoundary();
    std::ostringstream out;
    out << "Date: " << Poco::DateTimeFormatter::format(at, Poco::DateTimeFormat::RFC1123_FORMAT, 0) << "\r\n";
    // The name is always encoded: as it is it would have to be quoted.
    out << "From: " << encodedWords(withoutBreaks(sender.fromName)) << (sender.fromName.empty() ? "<" : " <") << sender.from << ">\r\n";
    out << "To: <" << message.to << ">\r\n";
    out << "Subject: " << headerWords(message.subject) << "\r\n";
    out << "Message-ID: <" << plainName(message.id) << '@' << domainOf(sender.from) << ">\r\n";
    // RFC 3834, section 5: nobody's absence assistant shall answer.
    out << "Auto-Submitted: auto-generated\r\n";
    out << "MIME-Version: 1.0\r\n";
    out << "Content-Type: multipart/mixed; boundary=\"" << boundary << "\"\r\n\r\n";
    Poco::Net::MultipartWriter parts(out, boundary);
    writeText(parts, message.text);
    for (const auto& attachment : message.attachments) {
        writeAttachment(parts, attachment);
    }
    parts.close();
    return out.str();
}

}  // namespace congvu::host
