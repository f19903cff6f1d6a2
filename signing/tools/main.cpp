// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include "Commands.h"
#include "FileAccess.h"
#include "congvu/signing/SigningError.h"
#include "congvu/signing/keys/ProcessSecrecy.h"

using namespace congvu::signing;

int main(int argumentCount, char** arguments) {
    CLI::App app;
    tool::Action action;
    tool::addCommands(app, action);
    try {
        keepMemoryOutOfCoreDumps();
        app.parse(argumentCount, arguments);
        return action();
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : tool::kWrongUse;
    } catch (const SigningError& error) {
        std::cerr << "congvu-sign: " << error.vietnameseText() << '\n'
                  << "congvu-sign: " << nameOf(error.code()) << ": " << error.what() << '\n';
        const bool unreadable = error.code() == ErrorCode::notAPdf || error.code() == ErrorCode::malformedPdf ||
                                error.code() == ErrorCode::encryptedPdf || error.code() == ErrorCode::wrongDocumentPassword ||
                                error.code() == ErrorCode::unsupportedEncryption || error.code() == ErrorCode::limitExceeded;
        const bool wrongUse = error.code() == ErrorCode::invalidArgument;
        return unreadable ? tool::kUnreadable : wrongUse ? tool::kWrongUse : tool::kInvalid;
    } catch (const std::exception& error) {
        std::cerr << "congvu-sign: " << error.what() << '\n';
        return tool::kUnreadable;
    }
}
